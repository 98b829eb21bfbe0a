CREATE TABLE about (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  state TEXT NOT NULL CHECK (state IN ('draft', 'published')),
  hash TEXT NOT NULL,
  name TEXT NOT NULL,
  theme TEXT NOT NULL,
  perspective_set TEXT NOT NULL,
  provenance TEXT NOT NULL,
  made TEXT NOT NULL,
  uses_voice TEXT,
  uses_education TEXT,
  uses_region TEXT,
  uses_feeling TEXT,
  uses_good TEXT,
  uses_role TEXT
) STRICT;

CREATE TABLE question (
  nth INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  short TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('interpretive', 'open', 'background')),
  kind TEXT NOT NULL CHECK (kind IN ('choice', 'several', 'slider', 'text')),
  at_left TEXT,
  at_right TEXT
) STRICT;

CREATE TABLE choice (
  question INTEGER NOT NULL REFERENCES question,
  nth INTEGER NOT NULL,
  id TEXT NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (question, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE story (
  number INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  told TEXT NOT NULL
) STRICT;

CREATE TABLE answer (
  story INTEGER NOT NULL REFERENCES story,
  question INTEGER NOT NULL REFERENCES question,
  nth INTEGER NOT NULL,
  choice INTEGER,
  place INTEGER CHECK (place BETWEEN 0 AND 100),
  text TEXT,
  PRIMARY KEY (story, question, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE perspective (
  nth INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  short TEXT NOT NULL,
  question TEXT NOT NULL
) STRICT;

CREATE TABLE observation (
  perspective INTEGER NOT NULL REFERENCES perspective,
  nth INTEGER NOT NULL,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  chart TEXT NOT NULL,
  PRIMARY KEY (perspective, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE interpretation (
  perspective INTEGER NOT NULL,
  observation INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (perspective, observation, nth),
  FOREIGN KEY (perspective, observation) REFERENCES observation
) STRICT, WITHOUT ROWID;

CREATE TABLE support (
  perspective INTEGER NOT NULL REFERENCES perspective,
  nth INTEGER NOT NULL,
  story INTEGER NOT NULL REFERENCES story,
  PRIMARY KEY (perspective, nth)
) STRICT, WITHOUT ROWID;
