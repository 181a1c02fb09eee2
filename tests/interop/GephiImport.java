// GephiImport.java - reads files through Gephi's own importers, as File → Open does, and tells what arrived, as JSON.
//
// usage: java -cp gephi-toolkit-….jar GephiImport.java FILE…
//
// Beside every FILE comes FILE.gephi.json: the import report, the columns with their types, nodes and edges with all
// values, looks and spells, and what the timeline shows of every two years. FILE ending in .csv is a stem: its -nodes.csv and -edges.csv go into one workspace.
import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.gephi.filters.api.FilterController;
import org.gephi.filters.api.Range;
import org.gephi.filters.plugin.dynamic.DynamicRangeBuilder.DynamicRangeFilter;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.graph.api.TimeFormat;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.plugin.file.spreadsheet.ImporterSpreadsheetCSV;
import org.gephi.io.importer.plugin.file.spreadsheet.process.SpreadsheetGeneralConfiguration.Mode;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.io.processor.spi.Processor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class GephiImport {
    static final ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    static final FilterController filters = Lookup.getDefault().lookup(FilterController.class);
    static boolean dynamic; // the model that is told at present
    static final ImportController imports = Lookup.getDefault().lookup(ImportController.class);

    static String quoted(Object value) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : String.valueOf(value).toCharArray()) {
            if (c == '"' || c == '\\')
                out.append('\\').append(c);
            else if (c < 0x20)
                out.append(String.format("\\u%04x", (int) c));
            else
                out.append(c);
        }
        return out.append('"').toString();
    }

    static String json(Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            double number = value instanceof Number ? ((Number) value).doubleValue() : 0;
            return Double.isFinite(number) ? value.toString() : quoted(value);
        }
        if (value != null && value.getClass().isArray()) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++)
                parts.add(json(Array.get(value, i)));
            return "[" + String.join(",", parts) + "]";
        }
        return value == null ? "null" : quoted(value);
    }

    static void tellReport(Container container, List<String> issues) {
        for (Iterator<Issue> i = container.getReport().getIssues(1000); i.hasNext();) {
            Issue issue = i.next();
            issues.add("[" + quoted(issue.getLevel()) + "," + quoted(issue.getMessage()) + "]");
        }
    }

    static void take(Container container, Workspace workspace, Processor processor, List<String> issues) {
        if (container == null)
            throw new IllegalStateException("no importer");
        container.getLoader().setAutoScale(false); // else places and sizes are Gephi's
        imports.process(container, processor, workspace);
        tellReport(container, issues);
    }

    static Container spreadsheet(String path, Mode mode) throws Exception {
        ImporterSpreadsheetCSV importer = new ImporterSpreadsheetCSV();
        importer.setFile(new File(path));
        importer.refreshAutoDetections();
        for (String day : new String[] {"first", "last", "date"}) // guessed to be timestamps; docs/how-to-gephi.md
            if (importer.getHeadersMap().containsKey(day))
                importer.setColumnClass(day, String.class);
        if (importer.getMode() != mode)
            throw new IllegalStateException(path + " is taken for " + importer.getMode());
        return imports.importFile(new File(path), importer);
    }

    static String columns(Table table) {
        List<String> all = new ArrayList<>();
        for (Column column : table)
            all.add(quoted(column.getId()) + ":[" + quoted(column.getTitle()) + ","
                    + quoted(column.getTypeClass().getSimpleName()) + "]");
        return "{" + String.join(",", all) + "}";
    }

    static String values(Element element, Table table) {
        List<String> all = new ArrayList<>();
        for (Column column : table)
            if (!column.isProperty() && element.getAttribute(column) != null)
                all.add(quoted(column.getTitle()) + ":" + json(element.getAttribute(column)));
        List<String> spells = new ArrayList<>();
        if (dynamic) // a spreadsheet makes the model one of timestamps
            for (Interval interval : element.getIntervals())
                spells.add("[" + interval.getLow() + "," + interval.getHigh() + "]");
        return "\"values\":{" + String.join(",", all) + "},\"spells\":[" + String.join(",", spells) + "]";
    }

    static String node(Node node, Table table) {
        return "{\"id\":" + quoted(node.getId()) + ",\"label\":" + json(node.getLabel()) + ",\"x\":" + json(node.x())
                + ",\"y\":" + json(node.y()) + ",\"size\":" + json(node.size())
                + String.format(",\"color\":\"#%02x%02x%02x\",\"alpha\":", (int) Math.round(node.r() * 255.0),
                        (int) Math.round(node.g() * 255.0), (int) Math.round(node.b() * 255.0))
                + json(node.alpha()) + "," + values(node, table) + "}";
    }

    static String edge(Edge edge, Table table) {
        return "{\"source\":" + quoted(edge.getSource().getId()) + ",\"target\":" + quoted(edge.getTarget().getId())
                + ",\"weight\":" + json(edge.getWeight()) + ",\"directed\":" + edge.isDirected() + ","
                + values(edge, table) + "}";
    }

    // [first year, nodes, edges] of every two years, filtered as the timeline does it.
    static String timeline(GraphModel model) {
        List<String> windows = new ArrayList<>();
        Interval bounds = model.getTimeBounds();
        int last = dynamic && model.getTimeFormat() == TimeFormat.DATE ? year(bounds.getHigh()) : Integer.MIN_VALUE;
        for (int year = dynamic ? year(bounds.getLow()) : 0; year <= last; year += 2) {
            DynamicRangeFilter filter = new DynamicRangeFilter(model);
            filter.setRange(new Range((double) start(year), (double) start(year + 2) - 1));
            Graph seen = model.getGraph(filters.filter(filters.createQuery(filter)));
            windows.add("[" + year + "," + seen.getNodeCount() + "," + seen.getEdgeCount() + "]");
        }
        return "[" + String.join(",", windows) + "]";
    }

    static int year(double time) {
        return Instant.ofEpochMilli((long) time).atZone(ZoneOffset.UTC).getYear();
    }

    static long start(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    static void read(String path) throws Exception {
        List<String> issues = new ArrayList<>();
        Workspace workspace = projects.newWorkspace(projects.getCurrentProject());
        projects.openWorkspace(workspace);
        if (path.endsWith(".csv")) {
            String stem = path.substring(0, path.length() - 4);
            take(spreadsheet(stem + "-nodes.csv", Mode.NODES_TABLE), workspace, new DefaultProcessor(), issues);
            take(spreadsheet(stem + "-edges.csv", Mode.EDGES_TABLE), workspace, new AppendProcessor(), issues);
        } else {
            take(imports.importFile(new File(path)), workspace, new DefaultProcessor(), issues);
        }
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        Graph graph = model.getGraph();
        dynamic = model.isDynamic();
        try (PrintStream out = new PrintStream(Files.newOutputStream(Path.of(path + ".gephi.json")), false,
                StandardCharsets.UTF_8.name())) {
            out.print("{\"issues\":[" + String.join(",", issues) + "],\"undirected\":" + model.isUndirected()
                    + ",\"dynamic\":" + dynamic + ",\"timeFormat\":" + quoted(model.getTimeFormat())
                    + ",\n\"nodeColumns\":" + columns(model.getNodeTable()) + ",\n\"edgeColumns\":"
                    + columns(model.getEdgeTable()) + ",\n\"timeline\":" + timeline(model));
            String before = ",\n\"nodes\":[\n";
            for (Node node : graph.getNodes().toArray()) {
                out.print(before + node(node, model.getNodeTable()));
                before = ",\n";
            }
            out.print(before.startsWith(",\n\"") ? before + "]" : "]");
            before = ",\n\"edges\":[\n";
            for (Edge edge : graph.getEdges().toArray()) {
                out.print(before + edge(edge, model.getEdgeTable()));
                before = ",\n";
            }
            out.print(before.startsWith(",\n\"") ? before + "]}\n" : "]}\n");
        }
        projects.closeCurrentWorkspace();
    }

    public static void main(String[] paths) {
        int failed = 0;
        projects.newProject();
        for (String path : paths) {
            try {
                read(path);
            } catch (Throwable problem) {
                System.err.println(path + ": " + problem);
                problem.printStackTrace();
                failed++;
            }
        }
        System.exit(failed > 0 ? 1 : 0); // Gephi's threads would go on
    }
}
