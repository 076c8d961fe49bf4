// The theme tree of the sample study, with definitions in parts; names after the model study, words written anew.

export interface SampleCode {
  readonly slug: string;
  readonly parent: string | null;
  readonly name: string;
  readonly colour: string;
  readonly definition: string;
  readonly useWhen: string;
  readonly useNot: string;
}

export const SAMPLE_CODES: readonly SampleCode[] = [
  {
    slug: "resourcing",
    parent: null,
    name: "Effects of resourcing",
    colour: "#0072b2",
    definition: "What having too little, or enough, of people, time and backing does to officers and their work.",
    useWhen: "A passage is about resources as such and no sub-theme fits it.",
    useNot: "One of the four sub-themes says it more exactly.",
  },
  {
    slug: "support",
    parent: "resourcing",
    name: "Levels of support",
    colour: "#3d8fc4",
    definition:
      "Support that is given, withheld or only offered on paper: from supervisors, colleagues, the organisation.",
    useWhen: "Supervision, check-ins, occupational health, a word from a boss, or their absence.",
    useNot: "Colleagues who carry one another's risk in the team: Support teams / self-managing risk.",
  },
  {
    slug: "teams",
    parent: "resourcing",
    name: "Support teams / self-managing risk",
    colour: "#1f6391",
    definition: "Teams that look after their own, and officers left to judge and carry risk by themselves.",
    useWhen: "Who decides and who answers for it; informal arrangements by which a team holds together.",
    useNot: "Support by the organisation or a line manager: Levels of support.",
  },
  {
    slug: "staff",
    parent: "resourcing",
    name: "Number and quality of staff",
    colour: "#66a9d3",
    definition: "How many officers there are, how experienced they are, who leaves and who replaces them.",
    useWhen: "Vacancies, abstractions, trainees, loss of experience, skills for the role.",
    useNot: "The amount of work on those who are there: Workload levels.",
  },
  {
    slug: "workload",
    parent: "resourcing",
    name: "Workload levels",
    colour: "#0a4f7d",
    definition: "The amount, pace and spread of work, and what there is no time for.",
    useWhen: "Numbers of jobs, hours, tasks that pile up, work done in free time because it does not fit in the day.",
    useNot: "Too few people as such: Number and quality of staff.",
  },
  {
    slug: "conservation",
    parent: null,
    name: "Conservation of resources",
    colour: "#d55e00",
    definition: "How officers guard, spend and lose what keeps them going: energy, feeling, time at home.",
    useWhen: "A passage is about guarding or losing strength and no sub-theme fits it.",
    useNot: "One of the three sub-themes says it more exactly.",
  },
  {
    slug: "disassociation",
    parent: "conservation",
    name: "Officer disassociation",
    colour: "#e08140",
    definition: "Keeping the work at a distance: switching off, boxing up, not letting it in or home.",
    useWhen: "Routines, humour or habits that put distance between officer and work, and what it costs.",
    useNot: "Having nothing left to give: Compassion fatigue.",
  },
  {
    slug: "fatigue",
    parent: "conservation",
    name: "Compassion fatigue",
    colour: "#a84a00",
    definition: "The wearing down of the capacity to feel for the people one serves.",
    useWhen: "Numbness, irritation, dread of another account, and worry about it.",
    useNot: "Plain tiredness from hours: Workload levels.",
  },
  {
    slug: "caring",
    parent: "conservation",
    name: "Officers as caring and compassionate",
    colour: "#eba46f",
    definition: "Care for victims and for colleagues as what officers do and what they are.",
    useWhen: "Going out of one's way for somebody, pride in doing right by them, why they stay.",
    useNot: "Support that officers receive: Levels of support.",
  },
];
