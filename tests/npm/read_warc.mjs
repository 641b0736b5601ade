// Reads a WARC file with warcio and prints one JSON line for each record: what it is, where it stands, and SHA-256 digests that are
// computed here.   node read_warc.mjs <folder with node_modules> <file>
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [folder, file] = process.argv.slice(2);
const { WARCParser } = createRequire(join(resolve(folder), "here.js"))("warcio");

const sha256 = (bytes) => "sha256:" + createHash("sha256").update(bytes).digest("hex");

const parser = new WARCParser(createReadStream(file), { parseHttp: true });
for await (const record of parser) {
    // The bytes behind the HTTP head where there is one, the whole block otherwise.
    const payload = await record.readFully(false);
    console.log(JSON.stringify({
        type: record.warcType,
        url: record.warcTargetURI ?? null,
        date: record.warcDate ?? null,
        id: record.warcHeader("WARC-Record-ID"),
        concurrent_to: record.warcHeader("WARC-Concurrent-To") ?? null,
        refers_to: record.warcHeader("WARC-Refers-To-Target-URI") ?? null,
        profile: record.warcHeader("WARC-Profile") ?? null,
        payload_digest: record.warcHeader("WARC-Payload-Digest") ?? null,
        content_length: Number(record.warcHeader("Content-Length")),
        status: record.httpHeaders ? record.httpHeaders.statusCode ?? null : null,
        statusline: record.httpHeaders ? record.httpHeaders.statusline : null,
        digest: payload ? sha256(payload) : sha256(""),
        size: payload ? payload.length : 0,
        offset: parser.offset,
        length: parser.recordLength,
    }));
}
