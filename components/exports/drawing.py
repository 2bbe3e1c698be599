"""The child that draws: a chart's specification on standard input, the picture on output.

Run by its path in isolated mode; it knows the drawing library and nothing of the product. The
library ends the whole process on some inputs and holds the interpreter while it draws, so it
never runs beside the server.
"""

import json
import sys

import vl_convert


def main() -> None:
    """Read the order, draw, write."""
    order = json.load(sys.stdin.buffer)
    vl_convert.register_font_directory(order["fonts"])
    if order["format"] == "svg":
        text = vl_convert.vegalite_to_svg(order["spec"], allowed_base_urls=[])
        sys.stdout.buffer.write(text.encode("utf-8"))
    else:
        image = vl_convert.vegalite_to_png(order["spec"], scale=2, allowed_base_urls=[])
        sys.stdout.buffer.write(image)


if __name__ == "__main__":
    main()
