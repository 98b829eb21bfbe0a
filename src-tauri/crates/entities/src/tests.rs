//! What both states lean on. Whole streams of events are tried where the events are.

use crate::{Back, Entities, Step};

#[derive(Clone, Debug, PartialEq)]
struct Cup(u8, &'static str);
#[derive(Clone, Debug, PartialEq)]
struct Plate(u8, &'static str);

#[derive(Clone, Debug, PartialEq)]
enum Entity {
    Cup(Cup),
    Plate(Plate),
}

#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Key {
    Cup(u8),
    Plate(u8),
}

crate::parts! {
    Key, Entity;
    Cup from Key::Cup(0), it => Key::Cup(it.0);
    Plate from Key::Plate(0), it => Key::Plate(it.0);
}

type Table = Entities<Key, Entity>;

fn laid() -> Table {
    let mut table = Table::default();
    table.begin(1);
    table.put(Plate(1, "white"));
    table.put(Cup(2, "red"));
    table.end();
    table.begin(2);
    table.put(Cup(1, "blue"));
    table.end();
    table
}

fn since(table: &Table, seq: u64) -> Vec<(Key, bool)> {
    let changed = table.changed_since(seq);
    changed.map(|(key, gone)| (key.clone(), gone)).collect()
}

#[test]
fn a_sort_is_read_by_itself_in_the_order_of_its_keys() {
    let table = laid();
    let cups: Vec<&Cup> = table.all().collect();
    assert_eq!(cups, [&Cup(1, "blue"), &Cup(2, "red")]);
    assert_eq!(table.get(&Key::Plate(1)), Some(&Plate(1, "white")));
    assert_eq!(table.get::<Cup>(&Key::Plate(1)), None);
    let made = [&Cup(2, "red"), &Cup(1, "blue")];
    assert_eq!(table.in_order(|_: &Cup| true), made);
    assert_eq!(table.in_order(|cup: &Cup| cup.0 == 1), made[1..]);
    assert_eq!(Entity::Cup(Cup(7, "")).key(), Key::Cup(7));
}

#[test]
fn what_changed_is_told_once_and_what_went_as_gone() {
    let mut table = laid();
    table.begin(3);
    table.remove(&Key::Cup(2));
    table.edit(&Key::Plate(1), |plate: &mut Plate| plate.1 = "black");
    table.edit(&Key::Plate(9), |plate: &mut Plate| plate.1 = "black");
    table.end();
    assert_eq!(
        since(&table, 0),
        [
            (Key::Cup(1), false),
            (Key::Cup(2), true),
            (Key::Plate(1), false)
        ]
    );
    assert_eq!(since(&table, 2).len(), 2);
    assert_eq!(since(&table, 3), []);
    assert!(table.ever(&Key::Cup(2)) && !table.ever(&Key::Plate(9)));
    table.begin(4);
    table.mark_all(|cup: &Cup| cup.0 == 1);
    table.mark(&Key::Cup(2));
    table.end();
    assert_eq!(since(&table, 3), [(Key::Cup(1), false)]);
}

#[test]
fn an_event_gives_what_it_changed_as_it_was() {
    let mut table = laid();
    table.begin(3);
    table.put_unless(Cup(1, ""), true);
    table.put(Cup(1, "green"));
    table.edit_all(|plate: &mut Plate| plate.1 = "black");
    table.edit_all(|plate: &mut Plate| plate.1 = "white");
    table.put(Cup(3, "new"));
    let was = Some(Entity::Cup(Cup(1, "blue")));
    assert_eq!(table.end(), [(Key::Cup(1), was), (Key::Cup(3), None)]);
    assert_eq!(table.end(), []);
}

#[test]
fn steps_go_back_and_forth_and_something_new_ends_the_way_forth() {
    let mut back: Back<u8> = Back::default();
    for piece in 1..=4 {
        back.remember(Step::Ahead, vec![piece], 3);
    }
    back.remember(Step::Ahead, vec![], 3);
    assert_eq!((back.undoable(), back.next_undo()), (3, Some(&[4][..])));
    back.remember(Step::Undone, vec![40], 3);
    assert_eq!((back.undoable(), back.next_redo()), (2, Some(&[40][..])));
    back.remember(Step::Redone, vec![4], 3);
    assert_eq!((back.undoable(), back.redoable()), (3, 0));
    back.remember(Step::Undone, vec![40], 3);
    back.remember(Step::Ahead, vec![5], 3);
    assert_eq!((back.next_undo(), back.next_redo()), (Some(&[5][..]), None));
}
