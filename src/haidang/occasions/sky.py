"""When the moon is new and where the sun stands, to the minute, from 1900 to 2100.

The series are those of J. Meeus, Astronomical Algorithms (2nd ed., chapters 22, 25 and 49), and the
largest terms of VSOP87 (P. Bretagnon and G. Francou, 1988) for the sun. Moments are Julian days of
universal time. What the calendar makes of them is said in lunar.py.
"""

from math import cos, degrees, radians, sin

MONTH = 29.530588861  # mean days from one new moon to the next
FIRST_MOON = 2451550.09766  # the new moon that has number 0, in January 2000
_J2000 = 2451545.0
_YEAR = 365.25

# Of the moon: the amount in days, the power of the sun's shrinking eccentricity that it is
# multiplied by, and how often the sun's anomaly, the moon's anomaly and the moon's argument of
# latitude are counted in it.
_MOON = (
    (-0.40720, 0, 0, 1, 0),
    (0.17241, 1, 1, 0, 0),
    (0.01608, 0, 0, 2, 0),
    (0.01039, 0, 0, 0, 2),
    (0.00739, 1, -1, 1, 0),
    (-0.00514, 1, 1, 1, 0),
    (0.00208, 2, 2, 0, 0),
    (-0.00111, 0, 0, 1, -2),
    (-0.00057, 0, 0, 1, 2),
    (0.00056, 1, 1, 2, 0),
    (-0.00042, 0, 0, 3, 0),
    (0.00042, 1, 1, 0, 2),
    (0.00038, 1, 1, 0, -2),
    (-0.00024, 1, -1, 2, 0),
    (-0.00007, 0, 2, 1, 0),
    (0.00004, 0, 0, 2, -2),
    (0.00004, 0, 3, 0, 0),
    (0.00003, 0, 1, 1, -2),
    (0.00003, 0, 0, 2, 2),
    (-0.00003, 0, 1, 1, 2),
    (0.00003, 0, -1, 1, 2),
    (-0.00002, 0, -1, 1, -2),
    (-0.00002, 0, 1, 3, 0),
    (0.00002, 0, 0, 4, 0),
)
# What the planets add: the amount in millionths of a day, an angle and its growth with each moon.
_PLANETS = (
    (325, 299.77, 0.107408),
    (165, 251.88, 0.016321),
    (164, 251.83, 26.651886),
    (126, 349.42, 36.412478),
    (110, 84.66, 18.206239),
    (62, 141.74, 53.303771),
    (60, 207.14, 2.453732),
    (56, 154.84, 7.306860),
    (47, 34.52, 27.261239),
    (42, 207.19, 0.121824),
    (40, 291.34, 1.844379),
    (37, 161.72, 24.198154),
    (35, 239.56, 25.513099),
    (23, 331.55, 3.592518),
)
# Of the earth: amount, phase and frequency a thousand years, in radians; by powers of the time.
_EARTH = (
    (
        (1.75347045673, 0.0, 0.0),
        (0.03341656453, 4.66925680415, 6283.0758499914),
        (0.00034894275, 4.62610242189, 12566.1516999828),
        (0.00003417572, 2.82886579754, 3.523118349),
        (0.00003497056, 2.74411783405, 5753.3848848968),
        (0.00003135899, 3.62767041756, 77713.7714681205),
        (0.00002676218, 4.41808345438, 7860.4193924392),
        (0.00002342691, 6.13516214446, 3930.2096962196),
        (0.00001273165, 2.03709657878, 529.6909650946),
        (0.00001324294, 0.74246341673, 11506.7697697936),
        (0.00000901854, 2.04505446477, 26.2983197998),
        (0.00001199167, 1.10962946234, 1577.3435424478),
        (0.00000857223, 3.50849152283, 398.1490034082),
        (0.00000779786, 1.17882681962, 5223.6939198022),
        (0.0000099025, 5.23268072088, 5884.9268465832),
        (0.00000753141, 2.53339052847, 5507.5532386674),
        (0.00000505267, 4.58292599973, 18849.2275499742),
        (0.00000492392, 4.20505711826, 775.522611324),
    ),
    (
        (6283.0758499914, 0.0, 0.0),
        (0.00206058863, 2.67823455808, 6283.0758499914),
        (0.00004303419, 2.63512233481, 12566.1516999828),
    ),
    ((0.00008721859, 1.07253635559, 6283.0758499914),),
)
# How far the even clock of the sky runs ahead of the turning earth: until which year, counted from
# which, and the seconds as a polynomial (F. Espenak and J. Meeus, 2006); a forecast after 2005.
_AHEAD = (
    (1920, 1900, (-2.79, 1.494119, -0.0598939, 0.0061966, -0.000197)),
    (1941, 1920, (21.20, 0.84493, -0.0761, 0.0020936)),
    (1961, 1950, (29.07, 0.407, -1 / 233, 1 / 2547)),
    (1986, 1975, (45.45, 1.067, -1 / 260, -1 / 718)),
    (2005, 2000, (63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599)),
    (2050, 2000, (62.92, 0.32217, 0.005589)),
    (9999, 1820, (-205.724, 0.5628, 0.0032)),
)


def new_moon(number: int) -> float:
    """The moment of a new moon, counted from the first one of the year 2000.

    >>> round(new_moon(0) - 2451550.26, 2)  # 6/1/2000, 18:14
    0.0
    """
    t = number / 1236.85
    sun = 2.5534 + 29.1053567 * number - (0.0000014 + 0.00000011 * t) * t**2
    moon = 201.5643 + 385.81693528 * number + (0.0107582 + 0.00001238 * t) * t**2
    latitude = 160.7108 + 390.67050284 * number - (0.0016118 + 0.00000227 * t) * t**2
    node = 124.7746 - 1.56375588 * number + 0.0020672 * t**2
    round_orbit = 1 - 0.002516 * t - 0.0000074 * t**2
    mean = FIRST_MOON + MONTH * number + (0.00015437 - 0.00000015 * t) * t**2
    waves = sum(
        amount * round_orbit**power * sin(radians(s * sun + m * moon + f * latitude))
        for amount, power, s, m, f in _MOON
    )
    pulls = sum(
        amount * 1e-6 * sin(radians(angle + growth * number)) for amount, angle, growth in _PLANETS
    )
    moment = mean + waves + pulls - 0.00017 * sin(radians(node))
    return moment - _seconds_ahead(moment) / 86400


def longitude_of_sun(moment: float) -> float:
    """Where the sun is seen on its yearly way, in degrees from the spring equinox.

    >>> round(longitude_of_sun(2451545.0), 2)  # 1/1/2000, noon
    280.37
    """
    t = (moment + _seconds_ahead(moment) / 86400 - _J2000) / (1000 * _YEAR)
    earth = sum(
        t**power * sum(amount * cos(phase + frequency * t) for amount, phase, frequency in series)
        for power, series in enumerate(_EARTH)
    )
    node = radians(125.04452 - 19341.36261 * t)
    nodding = -17.20 * sin(node) - 1.32 * sin(2 * earth)
    turning = 50287.96195 * t + 110.54348 * t**2
    late = -20.4898  # the light comes from where the sun was
    return (degrees(earth) + 180 + (nodding + turning + late) / 3600) % 360


def _seconds_ahead(moment: float) -> float:
    year = 2000 + (moment - _J2000) / _YEAR
    origin, terms = next((origin, terms) for until, origin, terms in _AHEAD if year < until)
    return sum(term * (year - origin) ** power for power, term in enumerate(terms))
