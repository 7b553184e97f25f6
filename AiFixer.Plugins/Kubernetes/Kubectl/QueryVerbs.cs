using System.Globalization;
using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>The commands that read.</summary>
internal static class QueryVerbs
{
    private const string Ns = KubectlFlags.Namespace;

    public static KubectlGrammar Grammar { get; } = new(
        [
            new("get", [Ns, KubectlFlags.AllNamespaces, KubectlFlags.Selector, KubectlFlags.FieldSelector, KubectlFlags.Output, KubectlFlags.SortBy], GetVerb.Means),
            new("describe", [Ns], Describe),
            new("logs", [Ns, KubectlFlags.Container, KubectlFlags.Tail, KubectlFlags.Previous, KubectlFlags.Since], Logs),
            new("top", [Ns, KubectlFlags.Selector, KubectlFlags.SortBy], Top),
            new("rollout history", [Ns], History),
            new("rollout status", [Ns], History),
        ],
        name => name.Split(' ')[0] is "scale" or "delete" or "cordon" or "uncordon" or "set" || name is "rollout restart" or "rollout undo"
            ? $"{name} changes something; this only reads"
            : null);

    private static Reading<KubectlMeaning> Describe(KubectlLine line)
    {
        if (KubectlThing.One(line.Words, "describe", "pods", "nodes", "deployments").Failed(out var problem, out var thing))
            return Reading<KubectlMeaning>.Wrong(problem);
        if (thing.Kind == "nodes")
            return new KubectlMeaning("k8s.describe_node", new() { ["node"] = thing.Name });
        if (line.Flag(Ns) is not { } ns)
            return NeedsNamespace("describe");
        return thing.Kind == "pods"
            ? new KubectlMeaning("k8s.describe_pod", new() { ["namespace"] = ns, ["pod"] = thing.Name })
            : new KubectlMeaning("k8s.rollout_history", new() { ["namespace"] = ns, ["deployment"] = thing.Name });
    }

    private static Reading<KubectlMeaning> Logs(KubectlLine line)
    {
        IReadOnlyList<string> words = line.Words is [var bare] && !bare.Contains('/', StringComparison.Ordinal) ? ["pods", bare] : line.Words;
        if (KubectlThing.One(words, "logs", "pods").Failed(out var problem, out var pod))
            return Reading<KubectlMeaning>.Wrong(problem);
        if (line.Flag(Ns) is not { } ns)
            return NeedsNamespace("logs");
        var arguments = new JsonObject { ["namespace"] = ns, ["pod"] = pod.Name, ["previous"] = line.Has(KubectlFlags.Previous) };
        if (line.Flag(KubectlFlags.Container) is { } container)
            arguments["container"] = container;
        if (line.Flag(KubectlFlags.Tail) is { } tail)
            arguments["tail_lines"] = int.Parse(tail, CultureInfo.InvariantCulture);
        if (line.Flag(KubectlFlags.Since) is { } since)
            arguments["since_seconds"] = Seconds(since);
        return new KubectlMeaning("k8s.get_pod_logs", arguments);
    }

    private static Reading<KubectlMeaning> Top(KubectlLine line)
    {
        if (KubectlThing.Of(line.Words).Failed(out var problem, out var thing))
            return Reading<KubectlMeaning>.Wrong(problem);
        if (thing is not { Name: null, Kind: "pods" or "nodes" })
            return Reading<KubectlMeaning>.Wrong("top is for pods or nodes, all of them");
        if (thing.Kind == "nodes")
            return new KubectlMeaning("k8s.top_nodes", []);
        if (line.Flag(Ns) is not { } ns)
            return NeedsNamespace("top");
        var arguments = new JsonObject { ["namespace"] = ns };
        if (line.Flag(KubectlFlags.SortBy) is { } by)
            arguments["sort_by"] = by;
        if (line.Flag(KubectlFlags.Selector) is { } labels)
            arguments["label_selector"] = labels;
        return new KubectlMeaning("k8s.top_pods", arguments);
    }

    private static Reading<KubectlMeaning> History(KubectlLine line)
    {
        if (KubectlThing.One(line.Words, "rollout", "deployments").Failed(out var problem, out var thing))
            return Reading<KubectlMeaning>.Wrong(problem);
        return line.Flag(Ns) is { } ns
            ? new KubectlMeaning("k8s.rollout_history", new() { ["namespace"] = ns, ["deployment"] = thing.Name })
            : NeedsNamespace("rollout");
    }

    /// <summary>Which one kubectl would take depends on a file on somebody's desk.</summary>
    internal static Reading<KubectlMeaning> NeedsNamespace(string verb) => Reading<KubectlMeaning>.Wrong($"{verb}: name the namespace with -n");

    private static int Seconds(string duration)
    {
        var (all, number) = (0, 0);
        foreach (var c in duration)
        {
            if (char.IsAsciiDigit(c))
            {
                number = (10 * number) + (c - '0');
                continue;
            }

            all += number * c switch { 'h' => 3600, 'm' => 60, _ => 1 };
            number = 0;
        }

        return all;
    }
}
