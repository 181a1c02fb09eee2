// read_networks.mjs - reads files with graphology, cytoscape.js and the rules of VOSviewer, and tells what arrived.
//
// usage: node read_networks.mjs MODULES FILE…      MODULES: the folder of node_modules
//
// Beside every FILE comes FILE.node.json: {"nodes": {id: attributes}, "edges": [[source, target, attributes]]}, or
// {"error": words}. The ending chooses the reader: .gexf, .graphml, .graphology, .cyjs, -map.txt (with its -network.txt).
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";

const [modules, ...paths] = process.argv.slice(2);
const require = createRequire(modules + "/");
const { Graph, UndirectedGraph } = require("graphology");
const gexf = require("graphology-gexf");
const graphml = require("graphology-graphml");
const cytoscape = require("cytoscape");
const papa = require("papaparse");

function tellGraph(graph) {
    if (graph.directedSize !== 0)
        throw new Error("directed edges");
    return {
        nodes: Object.fromEntries(graph.mapNodes((key, attributes) => [key, attributes])),
        edges: graph.mapEdges((key, attributes, source, target) => [source, target, attributes]),
        about: graph.getAttributes(),
    };
}

function readGraphology(text) {
    const graph = new UndirectedGraph();
    graph.import(JSON.parse(text));
    return tellGraph(graph);
}

function readCytoscape(text) {
    const network = JSON.parse(text);
    const layout = { name: "preset" }; // else it puts all nodes on a grid
    const cy = cytoscape({ headless: true, layout, elements: network.elements, data: network.data });
    const nodes = {};
    cy.nodes().forEach((node) => {
        nodes[node.id()] = { ...node.data(), ...node.position() };
    });
    return { nodes, edges: cy.edges().map((e) => [e.source().id(), e.target().id(), e.data()]), about: cy.data() };
}

// What VOSviewer Online refuses, rule by rule (its src/utils/errors.js).
function readVosviewer(path) {
    const options = { dynamicTyping: true, skipEmptyLines: true, delimiter: "\t" };
    const map = papa.parse(readFileSync(path, "utf8"), { ...options, header: true });
    const network = papa.parse(readFileSync(path.replace(/-map\.txt$/, "-network.txt"), "utf8"), options);
    const header = map.meta.fields;
    const fail = (condition, words) => {
        if (condition)
            throw new Error(words);
    };
    fail(map.errors.length, JSON.stringify(map.errors[0]));
    fail(network.errors.length, JSON.stringify(network.errors[0]));
    fail(!header.includes("id") || !header.includes("label"), "no id, no label");
    fail(new Set(header).size !== header.length, "a column twice");
    fail(map.data.length < 3, "fewer than three items");
    fail(new Set(map.data.map((item) => item.id)).size !== map.data.length, "an id twice");
    for (const item of map.data) {
        for (const [key, value] of Object.entries(item)) {
            fail(/^weight<.+>$/.test(key) && !(typeof value === "number" && value >= 0), `${key}: ${value}`);
            fail(/^score<.+>$/.test(key) && value !== null && typeof value !== "number", `${key}: ${value}`);
            fail((key === "x" || key === "y") && typeof value !== "number", `${key}: ${value}`);
            fail(!/^(id|label|description|x|y|cluster|weight<.+>|score<.+>)$/.test(key), `unknown column ${key}`);
        }
        fail(item.cluster != null && !(Number.isInteger(item.cluster) && item.cluster > 0 && item.cluster <= 1000),
            `cluster ${item.cluster}`);
    }
    const ids = new Set(map.data.map((item) => item.id));
    for (const link of network.data) {
        fail(link.length !== 3, `${link.length} columns in a link`);
        fail(!ids.has(link[0]) || !ids.has(link[1]) || link[0] === link[1], `link ${link}`);
        fail(!(link[2] > 0), `strength ${link[2]}`);
    }
    const name = (id) => `n${id - 1}`;
    return {
        nodes: Object.fromEntries(map.data.map((item) => [name(item.id), item])),
        edges: network.data.map(([a, b, weight]) => [name(a), name(b), { weight }]),
    };
}

function read(path) {
    const text = readFileSync(path, "utf8");
    if (path.endsWith(".gexf"))
        return tellGraph(gexf.parse(Graph, text));
    if (path.endsWith(".graphml"))
        return tellGraph(graphml.parse(Graph, text));
    if (path.endsWith(".graphology"))
        return readGraphology(text);
    if (path.endsWith(".cyjs"))
        return readCytoscape(text);
    return readVosviewer(path);
}

for (const path of paths) {
    let answer;
    try {
        answer = read(path);
    } catch (problem) {
        answer = { error: String(problem.stack) };
    }
    writeFileSync(path + ".node.json", JSON.stringify(answer));
}
