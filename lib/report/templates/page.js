
(function () {
  'use strict';
  var details = [].slice.call(document.querySelectorAll('details.finding'));
  var printed = details.filter(function (e) { return e.open; });
  function plain(text) { return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd'); }
  function show(open) { return function (e) { e.open = open; }; }
  function goTo() {
    var target = document.getElementById(location.hash.slice(1));
    if (target && target.tagName === 'DETAILS') { target.hidden = false; target.open = true; target.scrollIntoView(); }
  }
  [].forEach.call(document.querySelectorAll('form.filter'), function (form) {
    var entries = [].slice.call(document.getElementById(form.dataset.list).children);
    var texts = null;
    var status = form.querySelector('[role=status]');
    function run() {
      texts = texts || entries.map(function (e) { return plain(e.textContent); });
      var words = plain(form.elements.q.value).split(/\s+/).filter(Boolean), wanted = {}, shown = 0;
      var boxes = form.querySelectorAll('input[name=v]');
      [].forEach.call(boxes, function (box) { wanted[box.value] = box.checked; });
      entries.forEach(function (e, i) {
        var ok = (!boxes.length || wanted[e.dataset.v] !== false) && words.every(function (w) { return texts[i].indexOf(w) >= 0; });
        e.hidden = !ok;
        shown += ok ? 1 : 0;
      });
      status.textContent = shown + ' / ' + entries.length;
    }
    form.hidden = false;
    form.addEventListener('input', run);
    form.addEventListener('submit', function (e) { e.preventDefault(); });
    [].forEach.call(form.querySelectorAll('button[data-open]'), function (button) {
      button.addEventListener('click', function () { entries.forEach(show(button.dataset.open === '1')); });
    });
    status.textContent = entries.length + ' / ' + entries.length;
  });
  // A table's rows by one of its columns: numbers as numbers, words in the page's language; once more turns the order around.
  [].forEach.call(document.querySelectorAll('table.sortable'), function (table) {
    var heads = [].slice.call(table.tHead.rows[0].cells), body = table.tBodies[0];
    heads.forEach(function (head, column) {
      var button = document.createElement('button');
      button.type = 'button';
      while (head.firstChild) { button.appendChild(head.firstChild); }
      head.appendChild(button);
      function key(row) {
        var cell = row.cells[column], text = cell.dataset.s || cell.textContent.trim(), number = parseFloat(text);
        return isNaN(number) ? text : number;
      }
      button.addEventListener('click', function () {
        var down = head.getAttribute('aria-sort') === 'ascending';
        heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        [].slice.call(body.rows).map(function (row, i) { return {row: row, key: key(row), i: i}; }).sort(function (a, b) {
          var order = typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : String(a.key).localeCompare(String(b.key), document.documentElement.lang, {numeric: true});
          return (down ? -order : order) || a.i - b.i;
        }).forEach(function (entry) { body.appendChild(entry.row); });
      });
    });
  });
  details.forEach(show(false));
  var before = [];
  window.addEventListener('beforeprint', function () { before = details.filter(function (e) { return e.open; }); printed.forEach(show(true)); });
  window.addEventListener('afterprint', function () { details.forEach(show(false)); before.forEach(show(true)); });
  window.addEventListener('hashchange', goTo);
  goTo();
})();
