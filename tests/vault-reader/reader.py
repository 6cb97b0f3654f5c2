"""Reads a file of stored values by the steps of docs/vault-format.md, and by
nothing else of Freshet but the preset text. The sections named here are that
document's.

    python reader.py FILE [passphrase | code]

The secret is read from the terminal, or from the first line of standard input.
Prints a line of JSON for each entry, draft, settings and problem."""

import getpass, hashlib, hmac, json, pathlib, re, sys, unicodedata
import argon2.low_level, pyppmd
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as open_sealed
from nacl.exceptions import CryptoError

PRESET = (pathlib.Path(__file__).resolve().parents[2] / "src/core/vault/compress/preset.txt").read_bytes()
RECORD, BLOCK, LIST, DRAFT, SETTINGS, FORMER_KEY, ASIDE = range(1, 8)


class Unreadable(Exception):
    """A value that cannot be read: damaged, newer, foreign or too costly."""


# What a body of another shape leads to, and the above.
WRONG_SHAPE = (Unreadable, LookupError, TypeError, AttributeError)


def require(condition, why="damaged"):
    if not condition:
        raise Unreadable(why)


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(3)


def parse(text):
    try:
        return json.loads(text)
    except (ValueError, UnicodeDecodeError):
        raise Unreadable("damaged")


# -- Packing

def unpack(text):
    letters = [ord(letter) for letter in text[1:]]
    if text[:1] == "L":
        require(all(letter < 0x100 for letter in letters))
        return bytes(letters)
    require(text[:1] == "W")
    numbers = [n - 0x400 if n < 0xD800 else n - 0xE000 + 54_272 for n in letters]
    require(all(0 <= n < 61_440 for n in numbers))
    bits = ""
    for at in range(0, len(numbers), 10):
        group = numbers[at : at + 10]
        if len(group) == 10:
            high = sum((n >> 10) * 60**i for i, n in enumerate(group))
            require(high < 1 << 59)
            bits += f"{high:059b}" + "".join(f"{n & 1023:010b}" for n in group)
        else:
            require(all(n < 1 << 15 for n in group))
            bits += "".join(f"{n:015b}" for n in group)
    end = bits.rfind("1")
    groups, rest = divmod(end + 1, 159)
    require(end >= 0 and end % 8 == 0)
    require(len(numbers) == groups * 10 + min(-(-rest // 15), 10))
    return int("1" + bits[:end], 2).to_bytes(end // 8 + 1, "big")[1:] if end else b""


# -- Checksum

def checksum(name, data):
    name = name.encode()
    whole = b"freshet checksum" + len(name).to_bytes(8, "big") + name + data
    return hashlib.blake2b(whole).digest()[:8]


def checked(name, text):
    """The JSON of the header or of `looks`."""
    inner, _, check = text.rpartition(" ")
    found = parse(inner)
    require(found.get("format", 1) <= 1, "newer")
    require(check == checksum(name, inner.encode()).hex())
    return found


# -- Coders

def decode(coder, data):
    if coder == 0:
        return data
    require(coder == 1)
    end = next((at for at in range(4) if data[at : at + 1] < b"\x80"), None)
    require(end is not None and end < len(data))
    count = sum((byte & 0x7F) << 7 * at for at, byte in enumerate(data[: end + 1]))
    require(count <= 16 << 20)
    encoder, decoder = pyppmd.Ppmd7Encoder(6, 2 << 20), pyppmd.Ppmd7Decoder(6, 2 << 20)
    prefix = (encoder.encode(PRESET) + encoder.flush(endmark=False))[:3985]
    stream = prefix + data[end + 1 :] + bytes(3)
    plain = decoder.decode(stream, len(PRESET) + count)
    require(len(plain) == len(PRESET) + count and plain.startswith(PRESET))
    return plain[len(PRESET) :]


# -- Values

class Value:
    """A value; `name` is the one that its checksum and its seal are made with."""

    def __init__(self, name, text):
        data = unpack(text)
        require(len(data) >= 15)
        self.head, self.body, check = data[:7], data[7:-8], data[-8:]
        require(self.head[0] <= 1, "newer")
        require(self.head[0] == 1 and checksum(name, data[:-8]) == check)
        self.name, self.kind, self.sealed = name, self.head[1], self.head[2] >= 128
        self.step = int.from_bytes(self.head[3:], "big")

    def plain(self, vault, keys):
        body = self.body
        if self.sealed:
            associated = vault + self.name.encode() + self.head
            body = unseal(body, associated, keys)
            require(body is not None, "foreign")
        return decode(self.head[2] & 127, body)


def unseal(sealed, associated, keys):
    for key in keys:
        try:
            return open_sealed(sealed[24:], associated, sealed[:24], key)
        except (CryptoError, ValueError, TypeError):
            pass


# -- Slots

class Slot:
    def __init__(self, name, text):
        inner, _, check = text.rpartition(',"checksum":"')
        require(check == checksum(name, inner.encode()).hex() + '"}')
        slot = parse(text)
        require(slot["format"] <= 1, "newer")
        self.generation, self.kind = slot["generation"], slot["kind"]
        self.vault, self.salt, self.wrapped = (
            bytes.fromhex(slot[name]) for name in ("vault", "salt", "wrapped"))
        self.header = b"freshet slot" + number(1) + self.vault + number(self.generation) + self.salt
        if self.kind == "recovery":
            self.header += b"\0"
        else:
            cost = self.kind["passphrase"]
            self.cost = memory, passes, lanes = cost["memory_kib"], cost["passes"], cost["lanes"]
            dear = memory > 524_288 or passes > 20 or lanes > 4 or memory * passes > 2_097_152
            require(not dear, "too costly")
            self.header += b"\1" + b"".join(map(number, self.cost))

    def data_key(self, kind, secret):
        if kind == "code" and self.kind == "recovery":
            first = hmac.digest(self.salt, secret, "sha256")
            wrapping = hmac.digest(first, b"freshet recovery slot 1\1", "sha256")
        elif kind == "passphrase" and self.kind != "recovery":
            memory, passes, lanes = self.cost
            wrapping = argon2.low_level.hash_secret_raw(
                secret, self.salt, passes, memory, lanes, 32, argon2.low_level.Type.ID)
        else:
            return None
        return unseal(self.wrapped, self.header, [wrapping])


def number(value):
    return value.to_bytes(4, "big")


# -- The recovery code

def code_bits(text):
    signs = re.sub("[\\s\u2010-\u2015\u2212-]", "", text).upper()
    signs = signs.replace("O", "0").replace("I", "1").replace("L", "1")
    signs = ["0123456789ABCDEFGHJKMNPQRSTVWXYZ".find(sign) for sign in signs]
    if len(signs) != 28 or -1 in signs:
        refuse("this is no recovery code")
    first = second = 0
    for sign in signs:
        first, second = second ^ product(first, 6), sign ^ product(first, 8)
    bits = "".join(f"{sign:05b}" for sign in signs[:26])
    if first or second or bits[128:] != "00":
        refuse("a sign of the recovery code is another one")
    return int(bits[:128], 2).to_bytes(16, "big")


def product(one, other):
    total = 0
    for bit in range(4, -1, -1):
        total <<= 1
        total ^= (0x25 if total & 0x20 else 0) ^ (one if other >> bit & 1 else 0)
    return total


# -- The journal

class Journal:
    def __init__(self):
        self.records, self.blocks, self.lists, self.drafts = {}, set(), [], {}
        self.settings, self.furthest, self.problems = [], 0, []

    def problem(self, why, **about):
        self.problems.append({"problem": why, **about})

    def unreadable(self, name, why):
        self.problem(str(why) if isinstance(why, Unreadable) else "damaged", name=name)

    def take(self, value, body):
        if value.kind in (RECORD, BLOCK):
            self.furthest = max(self.furthest, value.step)
            self.blocks |= {value.name} if value.kind == BLOCK else set()
            lines = [self.take_record(line) for line in body.split(b"\n") if line]
            require(all(lines))
        elif value.kind == LIST:
            self.lists.append(parse(body))
        elif value.kind == DRAFT:
            self.drafts[value.name] = parse(body)
        elif value.kind == SETTINGS:
            self.settings.append((value.step, value.name, parse(body)))
        elif value.kind == ASIDE:
            self.problem("damaged", name=parse(body)["key"])
        else:
            require(False)

    def take_record(self, line):
        try:
            record = parse(line)
            standing = (record["revision"], "id" in record, checksum("content", line))
            id = record["id"] if "id" in record else record["gone"]
        except WRONG_SHAPE:
            return False
        self.records.setdefault(id, {})[standing] = record
        return True

    def live_drafts(self):
        replaced = {name for one in self.drafts.values() for name in one.get("replaces", [])}
        live = [one["draft"] for name, one in self.drafts.items() if name not in replaced]
        return {json.dumps([draft["id"], draft["work"]]): draft for draft in live}.values()

    def joined_settings(self):
        highest = max(step for step, _, _ in self.settings)
        saved_at_once = sorted((name, found) for step, name, found in self.settings if step == highest)
        joined = dict(saved_at_once[0][1])
        for _, other in saved_at_once[1:]:
            days = {*joined.get("hard_days", []), *other.get("hard_days", [])}
            hidden = joined.get("hidden_loops", [])
            hidden = hidden + [one for one in other.get("hidden_loops", []) if one not in hidden]
            found = {"hard_days": sorted(days), "hidden_loops": hidden}
            joined |= {name: value for name, value in found.items() if value}
        words = ""
        for more in (found.get("to_reader", "") for _, found in saved_at_once):
            if more.startswith(words):
                words = more
            elif not words.startswith(more):
                words += "\n\n" + more
        return joined | ({"to_reader": words} if words else {})

    def entries(self):
        for versions in self.records.values():
            newest = max(versions)
            for standing, record in versions.items():
                beside = standing[2].hex()
                if standing == newest and "id" in record:
                    yield record
                elif "id" in record and "id" in versions[newest] and beside not in self.records:
                    over = versions[newest].get("over", beside)
                    apart = newest[0] - standing[0]
                    if apart == 0 or (apart == 1 and over != beside):
                        yield record | {"id": beside, "revision": 1}

    def find_missing_slots(self, slots, generation, lock):
        there = {slot.kind == "recovery" for slot in slots if slot.generation == generation}
        for recovery, name in ((False, "passphrase"), (True, "recovery")):
            if recovery not in there and lock != "turning-off":
                self.problem("missing", what={"slot": name})

    def find_missing(self, names):
        fresh, blocks, retired, step = {}, {}, set(), 0
        for one in self.lists:
            step = max(step, one["step"])
            retired |= set(one.get("retired", []))
            blocks |= {note["name"]: note for note in one.get("blocks", [])}
            for note in one.get("fresh", []):
                fresh[note["id"]] = max(note, fresh.get(note["id"], note), key=lambda it: it["revision"])
        for note in fresh.values():
            if max(self.records.get(note["id"], [(0,)]))[0] < note["revision"]:
                self.problem("missing", what={"entry": note.get("day")})
        for name in blocks.keys() - retired - self.blocks:
            self.problem("missing", what={"block": blocks[name]["count"], "days": blocks[name].get("days")})
        if self.furthest > step + 1:
            self.problem("missing", what="list")
        if any(one.get("settings") for one in self.lists) and not self.settings:
            self.problem("missing", what="settings")
        if any(one.get("looks") for one in self.lists) and "looks" not in names:
            self.problem("missing", what="looks")


def read(stored, kind, secret):
    journal, values, former, slots = Journal(), [], [], []
    header = {"generation": 0, "vault": "", "lock": "off"}
    for name, text in sorted(stored.items()):
        named = re.fullmatch(r"former\.(\d+)\.(\d+)", name)
        try:
            if name in ("header", "looks"):
                found = checked(name, text)
                header = found if name == "header" else header
            elif name.startswith("slot."):
                slots.append(Slot(name, text))
            elif named:
                generation, copy = map(int, named.groups())
                former.append((generation, Value(f"{copy:08x}{generation:08x}", text)))
            elif re.fullmatch("[0-9a-f]{16}", name):
                values.append(Value(name, text))
            elif name not in ("left", "locked"):
                require(False)
        except WRONG_SHAPE as why:
            journal.unreadable(name, why)
    if "header" not in stored and any(re.fullmatch("[0-9a-f]{16}", name) for name in stored):
        journal.problem("missing", what="header")
    vault, keys = bytes.fromhex(header["vault"]), []
    if kind:
        counting = [slot for slot in slots if slot.generation == header["generation"]] or slots
        opened = ((slot, slot.data_key(kind, secret)) for slot in counting)
        slot, key = next(filter(lambda it: it[1], opened), (None, None))
        key or refuse("no slot opens by it")
        vault, keys = slot.vault, [key]
        journal.find_missing_slots(slots, slot.generation, header["lock"])
        # One that does not open is of a change that never counted.
        found = [unseal(value.body, vault + value.name.encode() + value.head, keys)
                 for generation, value in former if generation <= slot.generation]
        keys += [body for body in found if body]
    for value in values:
        try:
            journal.take(value, value.plain(vault, keys))
        except WRONG_SHAPE as why:
            journal.unreadable(value.name, why)
    journal.find_missing(stored)
    return journal


def main(file, kind=None):
    stored = json.loads(pathlib.Path(file).read_text("utf-8"))
    if stored.get("freshet") != "stored values":
        sys.exit("this is no file of stored values")
    ours = {name[8:]: text for name, text in stored["values"].items() if name.startswith("freshet:")}
    secret = None
    if kind:
        secret = getpass.getpass(f"{kind}: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
        secret = code_bits(secret) if kind == "code" else unicodedata.normalize("NFKC", secret).encode()
    journal = read(ours, kind, secret)
    line = lambda **it: json.dumps(it, ensure_ascii=False, separators=(",", ":"))
    for entry in sorted(journal.entries(), key=lambda it: (it["day"], it["id"])):
        print(line(entry=entry))
    others = [line(draft=draft) for draft in journal.live_drafts()]
    others += [line(settings=journal.joined_settings())] if journal.settings else []
    for text in sorted(others) + sorted(line(**problem) for problem in journal.problems):
        print(text)


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    main(*sys.argv[1:])
