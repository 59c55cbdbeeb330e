"""Longer stories of our own, in the habits of different newspapers; rows as in `scene_stories.py`."""

from __future__ import annotations

STORIES = [
    # an agency's lede with the dateline abroad
    (
        "Eleven killed in strike on Libyan airport\n\nCAIRO, May 7 (Wire) - An air strike on Mitiga airport in the Libyan capital killed 11 people "
        "on Tuesday, airport staff said.\n\nNine others were wounded, two of them seriously.\n\nThe government in Tripoli blamed Khalifa Haftar's "
        "forces for the raid.",
        {"killed 11": {"place": "mitiga-airport", "date": "2019-05-07 2019-05-07", "cause": "air_strike"}, "wounded 9": {"place": "mitiga-airport", "date": "2019-05-07 2019-05-07", "cause": "air_strike"}},
    ),
    # sentences that are paragraphs
    (
        "Gunmen raided a police station in Sabha on Sunday.\n\nThey killed three officers and seized two others.\n\nThe station was set on fire.\n\n"
        "A cleaner was also wounded.",
        {"killed 3": {"place": "sebha", "date": "2019-05-05 2019-05-05"}, "wounded 1": {"place": "sebha", "date": "2019-05-05 2019-05-05"}},
    ),
    # two incidents in one sentence
    (
        "A roadside bomb killed two soldiers near Derna on Friday, while in Ajdabiya gunmen wounded a lawyer on Saturday.",
        {"killed 2": {"place": "derna", "date": "2019-05-03 2019-05-03", "cause": "bombing"}, "wounded 1": {"place": "ajdabiya", "date": "2019-05-04 2019-05-04"}},
    ),
    # a return to the story after background
    (
        "A mortar shell killed two boys in Abu Salim on Monday, doctors in Tripoli said.\n\nIn 2014, fighting for the airport killed 200 people.\n\n"
        "A teacher was also wounded.",
        {"killed 2": {"place": "abu-salim", "cause": "shelling"}, "killed 200": {"date": "2014-01-01 2014-12-31"}, "wounded 1": {"place": "abu-salim", "date": "2019-05-06 2019-05-06"}},
    ),
    # a hospital, and where the wounded are taken
    (
        "Four fighters were killed in clashes south of Zawiya on Tuesday. Seven wounded were taken to hospital in Tripoli.",
        {"killed 4": {"place": "zawiya", "cause": "clashes"}, "wounded 7": {"place": "zawiya"}},
    ),
    # an NGO's list
    (
        "Libya: civilians pay the price\n\n(Tunis, May 8, 2019) - At least 12 civilians were killed in Tripoli between April 10 and May 5, the group said.\n\n"
        "- On April 16, rockets killed six people in Abu Salim.\n- On May 2, a drone strike killed a paramedic in Ain Zara.\n"
        "- Two migrants were shot dead in Qasr bin Ghashir on April 23.",
        {"killed 12": {"place": "tripoli", "date": "2019-04-10 2019-05-05"}, "killed 6": {"place": "abu-salim", "date": "2019-04-16 2019-04-16", "cause": "shelling"}, "killed 1": {"place": "ain-zara", "date": "2019-05-02 2019-05-02", "cause": "drone_strike"}, "killed 2": {"place": "qasr-bin-ghashir", "date": "2019-04-23 2019-04-23", "cause": "gunfire"}},
    ),
    # two parties
    (
        "Fighting between the LNA and forces of the Government of National Accord killed 14 people in Tripoli on Monday.\n\nThe LNA said it had lost five men. "
        "Medics said three women were among the dead.",
        {"killed 14": {"cause": "clashes", "side": None}, "killed 5": {"side": "libyan-national-army", "place": "tripoli"}},
    ),
    # a drowning, with the dead of the year
    (
        "Six migrants drowned off Zuwara on Saturday when their boat capsized, the coast guard said. Fishermen rescued 20 others.\n\n"
        "More than 400 people have died in the Mediterranean since January.",
        {"killed 6": {"place": "zuwara", "date": "2019-05-04 2019-05-04", "cause": "drowning"}, "killed 401": {"date": "2019-01-01 2019-05-08"}},
    ),
    # claimed and denied
    (
        "A car bomb killed three soldiers in Benghazi on Sunday. Islamic State claimed responsibility for the attack.",
        {"killed 3": {"place": "benghazi", "cause": "car_bomb", "perpetrator": "islamic-state-libya"}},
    ),
    (
        "Shells hit a school in Tripoli on Sunday, killing two teachers. The two sides blamed each other.",
        {"killed 2": {"perpetrator": None, "cause": "shelling", "place": "tripoli"}},
    ),
    # the day of the telling is never the day of the deed
    (
        "Gunmen killed two oil workers at the Sharara field, the company said on Tuesday.",
        {"killed 2": {"date": None}},
    ),
    (
        "The ministry said on Monday that two policemen were killed in Sirte on Saturday and that three more died in Misrata on Sunday.",
        {"killed 2": {"place": "sirte", "date": "2019-05-04 2019-05-04"}, "killed 3": {"place": "misrata", "date": "2019-05-05 2019-05-05"}},
    ),
    # not of the war
    ("Five people died in a road accident near Tarhuna on Sunday.", {"killed 5": {"conflict_related": False, "cause": "crash"}}),
    ("Five people died in clashes near Tarhuna on Sunday.", {"killed 5": {"conflict_related": True}}),
    # names inside names
    (
        "Two guards were shot dead outside a branch of Tripoli Medical Centre in Gharyan on Sunday. A member of the Misrata Brigade was wounded.",
        {"killed 2": {"place": "gharyan"}, "wounded 1": {"place": "gharyan"}},
    ),
    # a dozen of words between
    (
        "In the southern city of Sabha, where tribal clashes have raged since Friday, at least nine people were killed, residents said.",
        {"killed 9": {"place": "sebha", "cause": "clashes", "date": "2019-05-03 2019-05-08"}},
    ),
    (
        "Tripoli (Wire) – Rockets killed four civilians overnight in the suburb of Tajoura, east of the capital.",
        {"killed 4": {"place": "tajoura", "cause": "shelling"}},
    ),
    (
        "An explosion at a weapons depot killed six people in Misrata on Monday. The mayor of Zliten sent doctors. Eight more were hurt.",
        {"killed 6": {"place": "misrata"}, "wounded 8": {"place": "misrata"}},
    ),
    (
        "Two Turkish sailors were killed when a ship was shelled off Derna. The vessel had sailed from Malta for Tobruk.",
        {"killed 2": {"place": "derna", "cause": "shelling"}},
    ),
    (
        "DERNA: Two killed by mine\n\nA mine killed two shepherds in Derna on Monday.\n\nMeanwhile in Benghazi, unidentified gunmen shot dead an imam on Sunday.\n\n"
        "Elsewhere, three fishermen drowned off Tobruk.",
        {"killed 2": {"place": "derna", "cause": "landmine", "perpetrator": None}, "killed 1": {"place": "benghazi", "cause": "gunfire", "date": "2019-05-05 2019-05-05", "perpetrator": "unidentified gunmen"}, "killed 3": {"place": "tobruk", "cause": "drowning", "perpetrator": None}},
    ),
]
