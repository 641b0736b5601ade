"""Debian's Chromium, driven over a pipe by the DevTools protocol: no port is opened and no other package is needed."""
import base64
import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile


def available():
    return shutil.which("chromium") is not None


class Tab:
    """A page. `call` sends a command of the protocol, `value` evaluates an expression; what happens meanwhile is in `events`."""

    def __init__(self, to, source):
        self.to, self.source, self.number, self.session, self.events = to, source, 0, None, []

    def send(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        return self.number

    def receive(self):
        text = bytearray()
        while True:
            byte = self.source.read(1)
            if not byte:
                raise AssertionError("Chromium ended")
            if byte == b"\0":
                return json.loads(text)
            text += byte

    def call(self, method, **parameters):
        number = self.send(method, **parameters)
        while True:
            message = self.receive()
            if message.get("id") == number:
                assert "error" not in message, f"{method}: {message.get('error')}"
                return message["result"]
            if "method" in message:
                self.events.append(message)

    def wait_for(self, method):
        """The next event of that name, also one that has come already."""
        while True:
            for i, event in enumerate(self.events):
                if event["method"] == method:
                    return self.events.pop(i)
            message = self.receive()
            if "method" in message:
                self.events.append(message)

    def open(self, path):
        self.events.clear()
        self.call("Page.navigate", url=pathlib.Path(path).resolve().as_uri())
        self.wait_for("Page.loadEventFired")

    def value(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def key(self, key, code=None, text=None):
        more = {"text": text} if text else {}
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=code or key, windowsVirtualKeyCode={"Tab": 9, "Enter": 13, " ": 32}.get(key, 0), **more)

    def look(self, width=1280, height=900, dark=False, script=True):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.call("Emulation.setScriptExecutionDisabled", value=not script)

    def picture(self, path, whole=False):
        pathlib.Path(path).write_bytes(base64.b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=whole)["data"]))

    def pdf(self, path):
        """As a person prints it: A4, with backgrounds as the page has them for print."""
        pathlib.Path(path).write_bytes(base64.b64decode(self.call("Page.printToPDF", preferCSSPageSize=True)["data"]))


@contextlib.contextmanager
def tab():
    """A Chromium with one empty page; ended by its pid, its profile thrown away."""
    from_us, to_it = os.pipe()
    from_it, to_us = os.pipe()
    with tempfile.TemporaryDirectory(prefix="portalaudit-chromium-") as profile:
        flags = ["--headless=new", "--remote-debugging-pipe", f"--user-data-dir={profile}", "--no-first-run", "--disable-gpu", "--disable-extensions",
                 "--disable-background-networking", "--disable-dev-shm-usage", "--hide-scrollbars"] + (["--no-sandbox"] if os.getuid() == 0 else [])
        process = subprocess.Popen(["sh", "-c", f'exec chromium "$@" 3<&{from_us} 4>&{to_us}', "sh", *flags], pass_fds=(from_us, to_us),
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "HOME": profile})
        os.close(from_us)
        os.close(to_us)
        source = os.fdopen(from_it, "rb")
        page = Tab(to_it, source)
        try:
            target = page.call("Target.createTarget", url="about:blank")["targetId"]
            page.session = page.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            for domain in ("Page", "Runtime", "Network", "Log"):
                page.call(f"{domain}.enable")
            yield page
        finally:
            process.terminate()
            process.wait(30)
            os.close(to_it)
            source.close()
