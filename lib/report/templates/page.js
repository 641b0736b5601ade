
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
  details.forEach(show(false));
  var before = [];
  window.addEventListener('beforeprint', function () { before = details.filter(function (e) { return e.open; }); printed.forEach(show(true)); });
  window.addEventListener('afterprint', function () { details.forEach(show(false)); before.forEach(show(true)); });
  window.addEventListener('hashchange', goTo);
  goTo();
})();
