//! The devices that were seen, so that the desk can say at which step a phone that does not get in is stuck.

use std::collections::VecDeque;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use protocol::Seen;

/// So many are remembered.
const MOST: usize = 20;
/// The longest name that a browser may call itself.
const NAME: usize = 512;

/// The devices that were seen, the latest first.
#[derive(Default)]
pub(crate) struct Visitors(Mutex<VecDeque<Seen>>);

impl Visitors {
    /// A device looked at a page, or a lasting connection of it came about.
    pub fn saw(&self, from: IpAddr, agent: &str, socket: bool, now: u64) {
        let address = from.to_string();
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = all.iter().position(|seen| seen.address == address);
        let before = before.and_then(|place| all.remove(place));
        let agent = agent.get(..NAME).unwrap_or(agent);
        let had = before.is_some_and(|seen| seen.socket);
        all.push_front(Seen {
            at: now,
            address,
            device: device(agent).to_owned(),
            mini: mini(agent),
            socket: socket || had,
        });
        all.truncate(MOST);
    }

    /// All of them.
    pub fn all(&self) -> Vec<Seen> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().cloned().collect()
    }
}

/// What a device says it is, coarsely.
fn device(agent: &str) -> &'static str {
    let sorts = [
        ("iPhone", "iphone"),
        ("iPod", "iphone"),
        ("iPad", "ipad"),
        ("Android", "android"),
        ("Windows", "windows"),
        ("Macintosh", "mac"),
        ("Mac OS X", "mac"),
        ("CaptiveNetworkSupport", "iphone"),
        ("CrOS", "linux"),
        ("Linux", "linux"),
    ];
    sorts
        .iter()
        .find(|(word, _)| agent.contains(word))
        .map_or("other", |(_, sort)| sort)
}

/// Whether it is the small browser that opens by itself when a Wi-Fi has no internet: it forgets everything when it closes.
fn mini(agent: &str) -> bool {
    let apple = ["iPhone", "iPad", "Macintosh"]
        .iter()
        .any(|word| agent.contains(word));
    agent.contains("CaptiveNetworkSupport")
        || (agent.contains("Android") && agent.contains("; wv)"))
        || (apple && agent.contains("AppleWebKit") && !agent.contains("Safari"))
}

#[cfg(test)]
mod tests {
    use super::{Visitors, device, mini};

    #[test]
    fn devices_are_told_apart_coarsely() {
        let safari =
            "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
        let sheet = "AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";
        for (agent, expected) in [
            (format!("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) {safari}"), ("iphone", false)),
            (format!("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) {sheet}"), ("iphone", true)),
            (format!("Mozilla/5.0 (iPad; CPU OS 15_0 like Mac OS X) {safari}"), ("ipad", false)),
            ("Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36".into(), ("android", false)),
            ("Mozilla/5.0 (Linux; Android 14; SM-A1; wv) AppleWebKit/537.36 Version/4.0 Chrome/130.0 Mobile Safari/537.36".into(), ("android", true)),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36".into(), ("windows", false)),
            (format!("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {safari}"), ("mac", false)),
            ("CaptiveNetworkSupport-481 wispr".into(), ("iphone", true)),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0".into(), ("linux", false)),
            (String::new(), ("other", false)),
        ] {
            assert_eq!((device(&agent), mini(&agent)), expected, "{agent}");
        }
    }

    #[test]
    fn the_latest_come_first_and_one_that_got_through_stays_so() {
        let visitors = Visitors::default();
        for last in 0..30_u8 {
            visitors.saw([192, 168, 8, last].into(), "", last == 25, u64::from(last));
        }
        visitors.saw([192, 168, 8, 25].into(), "iPad", false, 40);
        let all = visitors.all();
        assert_eq!(all.len(), 20);
        assert_eq!(
            (
                all[0].address.as_str(),
                all[0].socket,
                all[0].device.as_str()
            ),
            ("192.168.8.25", true, "ipad")
        );
        assert_eq!(all[1].address, "192.168.8.29");
    }
}
