"""The same road without a screen: files in, five files out.

Run as `python -m components.batch FILES… --as-of DATE --out DIR [--config DIR] [--answers FILE]`.
"""
