"""Small stories of our own with the scene that a reader finds in them: who, where, when, how, by whom and whose people.

A row is (text, published, expected); expected maps "harm low" to fields. `place`, `side`, `group`, `perpetrator` are ids
(for an unnamed perpetrator its words), `date` is "start end", None is "the text does not tell".
"""

from __future__ import annotations

D = "2019-05-08"  # a Wednesday
LNA, GNA, IS = "libyan-national-army", "government-of-national-accord", "islamic-state-libya"

PLACES = [
    ("Three shepherds were killed in Sirte on Monday.", {"killed 3": {"place": "sirte", "date": "2019-05-06 2019-05-06"}}),
    ("In Derna, a mine killed two boys on the road to Martuba.", {"killed 2": {"place": "derna"}}),
    ("Two men were killed in Sirte and three in Derna.", {"killed 2": {"place": "sirte"}, "killed 3": {"place": "derna"}}),
    ("Two men were killed in Sirte, and in Derna three women were wounded.", {"killed 2": {"place": "sirte"}, "wounded 3": {"place": "derna"}}),
    ("Shells killed four people and wounded nine in Misrata.", {"killed 4": {"place": "misrata"}, "wounded 9": {"place": "misrata"}}),
    ("A spokesman told reporters in Tunis that a mine had killed two men in Sabha.", {"killed 2": {"place": "sebha"}}),
    ("The Misrata brigade lost four men in Sirte.", {"killed 4": {"place": "sirte"}}),
    ("A Tarhuna-based militia shot dead two men in Zliten.", {"killed 2": {"place": "zliten"}}),
    ("Three migrants from Niger were killed in Kufra.", {"killed 3": {"place": "kufra"}}),
    ("A bomb killed three men 20 km south of Sirte.", {"killed 3": {"place": "sirte", "relation": "20 south"}}),
    ("Two men were killed in the al-Sabri district of Benghazi.", {"killed 2": {"place": "sabri"}}),
    ("Shelling of Ain Zara killed two nurses.", {"killed 2": {"place": "ain-zara"}}),
    ("Four people died in clashes in Zawiya.\n\nA guard was wounded.", {"wounded 1": {"place": "zawiya"}}),
    ("Four people died in clashes in Zawiya.\n\nElsewhere, a mine killed two farmers.", {"killed 2": {"place": None}}),
    ("Four people died in clashes in Zawiya.\n\nIn a separate incident, gunmen killed a judge in Tobruk. His driver was wounded.", {"killed 4": {"place": "zawiya"}, "killed 1": {"place": "tobruk"}, "wounded 1": {"place": "tobruk"}}),
    ("Ten people died in two days of violence.\n\nSIRTE: Gunmen shot dead three guards. A fourth guard was wounded.\n\nDERNA: A mine killed two boys.", {"killed 3": {"place": "sirte"}, "wounded 1": {"place": "sirte"}, "killed 2": {"place": "derna"}}),
    ("Clashes in Tripoli killed nine people.\n\nIn Derna, a mine killed two soldiers.\n\nThe fighting also wounded 14 people.", {"killed 2": {"place": "derna"}, "wounded 14": {"place": "tripoli"}}),
    ("Shells fell on Misrata and killed five people. The wounded were taken to a hospital in Tunis. Six of them were children.", {"killed 5": {"place": "misrata"}}),
    ("Rockets hit Tripoli's southern suburbs.\n\nTwo women were killed, a doctor in Tunis said.", {"killed 2": {"place": "tripoli"}}),
    ("Four people were killed in Sirte, the hospital in Misrata said.", {"killed 4": {"place": "sirte"}}),
    ("Three men from Zintan were shot dead in Tripoli.", {"killed 3": {"place": "tripoli"}}),
    ("Gunmen attacked a checkpoint near Zella on Sunday. Two guards were killed.", {"killed 2": {"place": "zella", "date": "2019-05-05 2019-05-05"}}),
    ("Two soldiers were killed in fighting for Brega.", {"killed 2": {"place": "brega"}}),
    ("Bani Walid: five killed in tribal clashes\n\nFive people were killed in tribal clashes on Tuesday, a medic said.", {"killed 5": {"place": "bani-walid", "cause": "clashes"}}),
    ("Six people were killed in Ghat and Murzuq.", {"killed 6": {"place": None}}),
    ("Six people were killed in Sabri and Laithi in Benghazi.", {"killed 6": {"place": "benghazi"}}),
]

DATES = [
    ("Two men were killed in Sirte on Monday, a medic said on Tuesday.", {"killed 2": {"date": "2019-05-06 2019-05-06"}}),
    ("A medic said on Tuesday that two men were killed in Sirte on Monday.", {"killed 2": {"date": "2019-05-06 2019-05-06"}}),
    ("Two men were killed in Sirte, a medic said on Tuesday.", {"killed 2": {"date": None}}),
    ("Shells killed two men in Sirte on Sunday and wounded three on Monday.", {"killed 2": {"date": "2019-05-05 2019-05-05"}, "wounded 3": {"date": "2019-05-06 2019-05-06"}}),
    ("On Saturday a mine killed two boys in Derna. A third boy was wounded.", {"wounded 1": {"date": "2019-05-04 2019-05-04"}}),
    ("On Saturday a mine killed two boys in Derna.\n\nIn March 2012 clashes in the town killed 40 people.", {"killed 40": {"date": "2012-03-01 2012-03-31", "scope": "background"}}),
    ("Shelling killed two men in Tripoli on Monday.\n\nThe war has killed 450 people since it began on April 4.", {"killed 450": {"date": "2019-04-04 2019-05-08", "scope": "background"}}),
    ("Four men died in Sirte in April.", {"killed 4": {"date": "2019-04-01 2019-04-30"}}),
    ("The army said it found nine bodies in a grave near Tarhuna on Monday.", {"killed 9": {"date": None}}),
    ("Clashes killed two men in Sabha on Sunday. In 2014 a similar battle killed 60 people. Three people are missing.", {"killed 60": {"date": "2014-01-01 2014-12-31"}, "missing 3": {"date": "2019-05-05 2019-05-05"}}),
    ("It was the worst attack in Zliten since January 2016, when a truck bomb killed 60 policemen.", {"killed 60": {"date": "2016-01-01 2016-01-31", "cause": "car_bomb"}}),
    ("A bomb killed three men in Benghazi yesterday.", {"killed 3": {"date": "2019-05-07 2019-05-07"}}),
    ("Tripoli blast kills two\n\nTwo men were killed in a blast in Tripoli on Friday.\n\nPolice said four others were wounded.", {"killed 2": {"date": "2019-05-03 2019-05-03"}, "wounded 4": {"date": "2019-05-03 2019-05-03", "place": "tripoli"}}),
]

CAUSES = [
    ("An air strike killed two men in Sirte.", "air_strike"),
    ("Two men were killed in an airstrike near Hun.", "air_strike"),
    ("Warplanes bombed a camp near Jufra, killing two men.", "air_strike"),
    ("A drone strike killed two men near Ubari.", "drone_strike"),
    ("Two men were killed by shelling in Tripoli.", "shelling"),
    ("A mortar round landed on a house in Tripoli, killing two men.", "shelling"),
    ("A car bomb killed two men in Benghazi.", "car_bomb"),
    ("A suicide car bomb killed two men in Benghazi.", "suicide_attack"),
    ("A man blew himself up at a gate in Zliten, killing two men.", "suicide_attack"),
    ("A landmine killed two men in Derna.", "landmine"),
    ("Two men were killed when they stepped on a mine in Derna.", "landmine"),
    ("A sniper killed two men in Sirte.", "sniper"),
    ("Two men were shot dead in Sabha.", "gunfire"),
    ("Two men were killed when guards opened fire in Zawiya.", "gunfire"),
    ("Two men were beheaded in Derna.", "execution"),
    ("Two men were killed in clashes in Kufra.", "clashes"),
    ("Two men died in fighting near Brega.", "clashes"),
    ("Two men drowned off Zuwara.", "drowning"),
    ("Two men died when their boat capsized off Zuwara.", "drowning"),
    ("Flash floods killed two men in Ghat.", "flood"),
    ("Two men died in a road accident near Sirte.", "crash"),
    ("A roadside bomb killed two men in Sirte.", "bombing"),
    ("Gunmen kidnapped two men in Tripoli during the clashes.", None),
    ("The raid on the dam project was cancelled. Two men were killed in Sabha.", "?"),
]

PERPETRATORS = [
    ("Gunmen shot dead two men in Sabha.", "Gunmen"),
    ("Two men were killed by masked gunmen in Sabha.", "masked gunmen"),
    ("Islamic State militants killed two men in Sirte.", IS),
    ("Two men were killed in Sirte by Islamic State.", IS),
    ("LNA jets bombed a camp near Jufra, killing two men.", LNA),
    ("A shell killed two men in Tripoli.", None),
    ("A car bomb killed two men in Tripoli.", None),
    ("Two men were killed by a shell in Tripoli.", None),
    ("Clashes killed two men in Tripoli.", None),
    ("Residents found two bodies in Tripoli.", None),
    ("Doctors treated two wounded men in Tripoli.", None),
    ("On Friday, gunmen killed two men in Sabha.", "gunmen"),
    ("Rockets fired by Haftar's forces killed two men in Tripoli.", LNA),
    ("Two men were killed when guards opened fire in Zawiya.", "guards"),
    ("Gunmen killed a judge in Derna. His driver was wounded.", "gunmen"),
]

SIDES = [
    ("Two LNA soldiers were killed in Tripoli.", (LNA, None)),
    ("Two soldiers loyal to Khalifa Haftar were killed in Tripoli.", (LNA, None)),
    ("Two of Haftar's soldiers were killed in Tripoli.", (LNA, None)),
    ("Two fighters of Islamic State were killed in Sirte.", (IS, None)),
    ("The LNA said it had lost two men in Tripoli.", (LNA, None)),
    ("The LNA said two of its soldiers were killed in Tripoli.", (LNA, None)),
    ("Islamic State militants killed two men in Sirte.", (None, None)),
    ("LNA soldiers killed two civilians in Tripoli.", (None, None)),
    ("LNA shelling killed two women in Tripoli.", (None, None)),
    ("Two men from Misrata were killed in Tripoli.", (None, None)),
    ("The LNA said a mine killed two children in Derna.", (None, None)),
    ("Two doctors were killed in Tripoli, the LNA said.", (None, None)),
]
