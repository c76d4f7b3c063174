"""The player at a station: fetches sealed weeks, plays them at their time, writes what it aired.

Plain Python on the standard library and `cryptography`, so that it starts on a small computer.
"""
