//! The networks that the laptop is on.

use if_addrs::{IfAddr, get_if_addrs};
use protocol::{Network, NetworkSort};

/// How names of networks begin that no phone is on: those between programs on this machine, and tunnels.
const INNER: &[&str] = &[
    "br-",
    "docker",
    "gif",
    "ipsec",
    "llw",
    "awdl",
    "lxc",
    "lxd",
    "podman",
    "ppp",
    "stf",
    "tailscale",
    "tap",
    "tun",
    "utun",
    "vbox",
    "vethernet",
    "veth",
    "virbr",
    "virtualbox",
    "vmnet",
    "vmware",
    "wg",
    "zt",
];
/// How names of Wi-Fi begin; on most Macs it is `en0`.
const WIFI: &[&str] = &[
    "wl",
    "wi-fi",
    "wifi",
    "ath",
    "wireless",
    "draadloos",
    "airport",
];
/// How names of cables begin.
const CABLE: &[&str] = &["eth", "en", "em", "bond", "usb"];

/// The networks that the laptop is on, the likeliest first: those of phones, then the others, the laptop alone last.
pub fn networks() -> Vec<Network> {
    let Ok(all) = get_if_addrs() else {
        return Vec::new();
    };
    let mut found: Vec<(u8, Network)> = Vec::new();
    for one in all {
        let IfAddr::V4(address) = &one.addr else {
            continue;
        };
        let known = found.iter().any(|(_, other)| other.id == one.name);
        if known || address.ip.is_link_local() || address.ip.is_unspecified() {
            continue;
        }
        let (rank, sort) = if address.ip.is_loopback() {
            (4, NetworkSort::Loopback)
        } else if one.is_p2p() {
            (3, NetworkSort::Other)
        } else {
            guess(&one.name)
        };
        let network = Network {
            id: one.name,
            address: address.ip.to_string(),
            sort,
        };
        found.push((rank, network));
    }
    found.sort_by(|(a, one), (b, other)| (a, &one.id).cmp(&(b, &other.id)));
    found.into_iter().map(|(_, network)| network).collect()
}

/// What a network is, as far as its name tells, and how unlikely it is that phones are on it.
fn guess(name: &str) -> (u8, NetworkSort) {
    let name = name.to_lowercase();
    let begins = |all: &[&str]| all.iter().any(|start| name.starts_with(start));
    if begins(INNER) {
        (3, NetworkSort::Other)
    } else if begins(WIFI) || name == "en0" {
        (0, NetworkSort::Wifi)
    } else if begins(CABLE) {
        (1, NetworkSort::Cable)
    } else {
        (2, NetworkSort::Other)
    }
}

#[cfg(test)]
mod tests {
    use protocol::NetworkSort::{Cable, Other, Wifi};

    use super::guess;

    #[test]
    fn names_tell_what_a_network_is() {
        for (name, expected) in [
            ("wlp3s0", (0, Wifi)),
            ("wlan0", (0, Wifi)),
            ("Wi-Fi", (0, Wifi)),
            ("WLAN 2", (0, Wifi)),
            ("en0", (0, Wifi)),
            ("en5", (1, Cable)),
            ("enp0s31f6", (1, Cable)),
            ("eth0", (1, Cable)),
            ("Ethernet 2", (1, Cable)),
            ("bridge100", (2, Other)),
            ("Local Area Connection* 10", (2, Other)),
            ("docker0", (3, Other)),
            ("br-1f2e", (3, Other)),
            ("vEthernet (WSL)", (3, Other)),
            ("utun3", (3, Other)),
            ("tun0", (3, Other)),
            ("vmnet8", (3, Other)),
        ] {
            assert_eq!(guess(name), expected, "{name}");
        }
    }
}
