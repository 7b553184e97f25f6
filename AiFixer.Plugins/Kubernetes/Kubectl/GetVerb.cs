using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary><c>kubectl get</c>: always answered in our own JSON, whatever output was asked for.</summary>
internal static class GetVerb
{
    public static Reading<KubectlMeaning> Means(KubectlLine line)
    {
        if (KubectlThing.Of(line.Words).Failed(out var problem, out var thing))
            return Reading<KubectlMeaning>.Wrong(problem);
        var (ns, everywhere) = (line.Flag(KubectlFlags.Namespace), line.Has(KubectlFlags.AllNamespaces));
        if (ns is not null && everywhere)
            return Reading<KubectlMeaning>.Wrong("get: either -n or -A");
        if (thing.Name is not null && (line.Flag(KubectlFlags.Selector) ?? line.Flag(KubectlFlags.FieldSelector)) is not null)
            return Reading<KubectlMeaning>.Wrong("get: either a name or a selector");
        if (line.Flag(KubectlFlags.SortBy) is { } by && (thing.Kind != "events" || by is "cpu" or "memory"))
            return Reading<KubectlMeaning>.Wrong("get: only events are sorted, and by time");
        if (thing.Kind == "events")
            return Events(line, thing, ns);
        if (ns is null && !everywhere && KubeKinds.NeedsNamespace(thing.Kind))
            return Reading<KubectlMeaning>.Wrong("get: name the namespace with -n, or all of them with -A");
        return ns is not null && IsPlainPods(line, thing) ? Pods(line, ns) : Objects(line, thing, ns);
    }

    /// <summary>A list of pods is answered in short, as kubectl does.</summary>
    private static bool IsPlainPods(KubectlLine line, KubectlThing thing) =>
        thing is { Kind: "pods", Name: null }
        && line.Flag(KubectlFlags.Output) is null or "wide"
        && line.Flag(KubectlFlags.FieldSelector) is null;

    private static KubectlMeaning Pods(KubectlLine line, string ns)
    {
        var arguments = new JsonObject { ["namespace"] = ns };
        if (line.Flag(KubectlFlags.Selector) is { } labels)
            arguments["label_selector"] = labels;
        return new("k8s.list_pods", arguments);
    }

    private static Reading<KubectlMeaning> Events(KubectlLine line, KubectlThing thing, string? ns)
    {
        if (ns is null)
            return QueryVerbs.NeedsNamespace("get events");
        if (thing.Name is not null || line.Flag(KubectlFlags.Selector) is not null)
            return Reading<KubectlMeaning>.Wrong("get events: choose by --field-selector");
        var arguments = new JsonObject { ["namespace"] = ns };
        if (line.Flag(KubectlFlags.FieldSelector) is { } fields)
            arguments["field_selector"] = fields;
        return new KubectlMeaning("k8s.get_events", arguments);
    }

    private static KubectlMeaning Objects(KubectlLine line, KubectlThing thing, string? ns)
    {
        var arguments = new JsonObject { ["kind"] = thing.Kind };
        if (ns is not null && KubeKinds.NeedsNamespace(thing.Kind))
            arguments["namespace"] = ns;
        if (thing.Name is not null)
            arguments["name"] = thing.Name;
        if (line.Flag(KubectlFlags.Selector) is { } labels)
            arguments["label_selector"] = labels;
        if (line.Flag(KubectlFlags.FieldSelector) is { } fields)
            arguments["field_selector"] = fields;
        return new("k8s.get", arguments) { NamesOnly = line.Flag(KubectlFlags.Output) == "name" };
    }
}
