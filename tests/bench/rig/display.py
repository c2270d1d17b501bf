# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""A private X server, and the little of Xlib, XTEST and DAMAGE that the rig needs, by ctypes."""

import ctypes
import os
import select
import subprocess
import time

DAMAGE_RAW = 0  # XDamageReportRawRectangles
REVERT_TO_PARENT = 2
VIEWABLE = 2
ZPIXMAP = 2
ALL_PLANES = ctypes.c_ulong(-1)
SMALLEST_WINDOW = 100  # pixels: anything smaller is a helper window


class Attributes(ctypes.Structure):
    """XWindowAttributes, with room for what is not read."""
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int),
                ("border", ctypes.c_int), ("depth", ctypes.c_int), ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong),
                ("kind", ctypes.c_int), ("gravity", ctypes.c_int * 2), ("backing", ctypes.c_int),
                ("planes", ctypes.c_ulong), ("pixel", ctypes.c_ulong), ("under", ctypes.c_int),
                ("colormap", ctypes.c_ulong), ("installed", ctypes.c_int), ("map_state", ctypes.c_int),
                ("rest", ctypes.c_char * 200)]


class Image(ctypes.Structure):
    """The beginning of XImage."""
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("offset", ctypes.c_int), ("format", ctypes.c_int),
                ("data", ctypes.c_void_p), ("order", ctypes.c_int * 5), ("bytes_per_line", ctypes.c_int)]


class Event(ctypes.Union):
    """XEvent."""
    _fields_ = [("kind", ctypes.c_int), ("room", ctypes.c_long * 24)]


def start_server():
    """An Xvfb of its own; gives the process and the display's name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "2800x2000x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    if not number:
        raise RuntimeError("Xvfb did not start")
    return server, f":{number}"


class Display:
    """A connection to the X server."""

    def __init__(self, name):
        self.x = ctypes.CDLL("libX11.so.6")
        self.xtst = ctypes.CDLL("libXtst.so.6")
        self.xdamage = ctypes.CDLL("libXdamage.so.1")
        for function in (self.x.XOpenDisplay, self.x.XGetImage):
            function.restype = ctypes.c_void_p
        for function in (self.x.XDefaultRootWindow, self.xdamage.XDamageCreate):
            function.restype = ctypes.c_ulong
        self.x.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint,
                                     ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
        self.handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
        self.x.XSetErrorHandler(self.handler)  # windows may vanish while they are looked at
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(name.encode()))
        if not self.display:
            raise RuntimeError(f"cannot connect to display {name}")
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))
        base, error = ctypes.c_int(), ctypes.c_int()
        self.xdamage.XDamageQueryExtension(self.display, ctypes.byref(base), ctypes.byref(error))
        self.damage_event = base.value
        self.socket = self.x.XConnectionNumber(self.display)

    def geometry(self, window):
        attributes = Attributes()
        self.x.XGetWindowAttributes(self.display, ctypes.c_ulong(window), ctypes.byref(attributes))
        return attributes

    def windows(self):
        """The visible windows of programs."""
        root, parent, children, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        self.x.XQueryTree(self.display, self.root, ctypes.byref(root), ctypes.byref(parent), ctypes.byref(children),
                          ctypes.byref(count))
        found = [children[i] for i in range(count.value)]
        if found:
            self.x.XFree(children)
        shapes = {window: self.geometry(window) for window in found}
        return {window for window, shape in shapes.items()
                if shape.map_state == VIEWABLE and min(shape.width, shape.height) >= SMALLEST_WINDOW}

    def place(self, window, x, y, width, height):
        self.x.XMoveResizeWindow(self.display, ctypes.c_ulong(window), x, y, width, height)
        self.sync()

    def focus(self, window):
        self.x.XRaiseWindow(self.display, ctypes.c_ulong(window))
        self.x.XSetInputFocus(self.display, ctypes.c_ulong(window), REVERT_TO_PARENT, 0)
        self.sync()

    def sync(self):
        self.x.XSync(self.display, 0)

    def key_code(self, symbol):
        return self.x.XKeysymToKeycode(self.display, ctypes.c_ulong(symbol))

    def press(self, code):
        self.xtst.XTestFakeKeyEvent(self.display, code, 1, ctypes.c_ulong(0))

    def release(self, code):
        self.xtst.XTestFakeKeyEvent(self.display, code, 0, ctypes.c_ulong(0))

    def flush(self):
        self.x.XFlush(self.display)

    def watch(self, window):
        """From now on each drawing in the window and its children is an event."""
        return self.xdamage.XDamageCreate(self.display, ctypes.c_ulong(window), DAMAGE_RAW)

    def unwatch(self, damage):
        self.xdamage.XDamageDestroy(self.display, ctypes.c_ulong(damage))
        self.forget_events()

    def forget_events(self):
        self.x.XSync(self.display, 1)

    def await_damage(self, seconds):
        """The moment of the first drawing; None when there is none in that time."""
        deadline = time.monotonic() + seconds
        event = Event()
        while True:
            while self.x.XPending(self.display):
                self.x.XNextEvent(self.display, ctypes.byref(event))
                if event.kind == self.damage_event:
                    return time.monotonic()
            if not select.select([self.socket], [], [], max(0, deadline - time.monotonic()))[0]:
                return None

    def pixels(self, window):
        shape = self.geometry(window)
        address = self.x.XGetImage(self.display, window, 0, 0, shape.width, shape.height, ALL_PLANES.value, ZPIXMAP)
        if not address:
            raise RuntimeError("a window cannot be read")
        image = Image.from_address(address)
        data = ctypes.string_at(image.data, image.bytes_per_line * image.height)
        self.x.XFree(ctypes.c_void_p(image.data))
        self.x.XFree(ctypes.c_void_p(address))
        return data
