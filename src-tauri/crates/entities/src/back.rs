//! The way back: the steps that can be undone, and those that can be done again.

use std::collections::VecDeque;

/// The steps, each as the pieces `P` that restore it.
#[derive(Clone, Debug, PartialEq)]
pub struct Back<P> {
    undo: VecDeque<Vec<P>>,
    redo: Vec<Vec<P>>,
}

/// What an event is on the way back.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Step {
    /// Something new: what was undone before cannot be done again any more.
    Ahead,
    /// The last step is undone.
    Undone,
    /// The last step that was undone is done again.
    Redone,
}

impl<P> Default for Back<P> {
    fn default() -> Self {
        Self {
            undo: VecDeque::new(),
            redo: Vec::new(),
        }
    }
}

impl<P> Back<P> {
    /// How many steps can be undone.
    pub fn undoable(&self) -> usize {
        self.undo.len()
    }

    /// How many steps can be done again.
    pub fn redoable(&self) -> usize {
        self.redo.len()
    }

    /// The pieces that the next undo puts back.
    pub fn next_undo(&self) -> Option<&[P]> {
        self.undo.back().map(Vec::as_slice)
    }

    /// The pieces that the next redo puts back.
    pub fn next_redo(&self) -> Option<&[P]> {
        self.redo.last().map(Vec::as_slice)
    }

    /// Remembers how to get back from an event: `before` is what it changed, as it was. An event that changed nothing is no step,
    /// but for undoing and doing again. No more than `most` steps are kept.
    pub fn remember(&mut self, step: Step, before: Vec<P>, most: usize) {
        match step {
            Step::Undone => {
                self.undo.pop_back();
                self.redo.push(before);
            }
            Step::Redone => {
                self.redo.pop();
                self.undo.push_back(before);
            }
            Step::Ahead if before.is_empty() => {}
            Step::Ahead => {
                self.redo.clear();
                self.undo.push_back(before);
            }
        }
        if self.undo.len() > most {
            self.undo.pop_front();
        }
    }
}
