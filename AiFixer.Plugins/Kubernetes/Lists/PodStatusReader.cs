namespace AiFixer.Plugins.Kubernetes.Lists;

/// <summary>How a pod is doing.</summary>
internal sealed class PodStatusReader(KnownTexts texts)
{
    private const int MostShared = 32;
    private readonly ContainerStatusReader containers = new(texts);
    private readonly List<KubeCondition> conditions = [];

    public Pod.PodStatus? Read(ref JsonCursor json)
    {
        string? phase = null, reason = null;
        List<KubeCondition>? found = null;
        List<ContainerStatus>? running = null, init = null;
        if (!json.Enter())
            return null;
        while (json.Name(out var field))
        {
            if (field.SequenceEqual("phase"u8))
                phase = texts.Of(json.Bytes());
            else if (field.SequenceEqual("reason"u8))
                reason = texts.Of(json.Bytes());
            else if (field.SequenceEqual("conditions"u8))
                found = Conditions(ref json);
            else if (field.SequenceEqual("containerStatuses"u8))
                running = containers.Read(ref json);
            else if (field.SequenceEqual("initContainerStatuses"u8))
                init = containers.Read(ref json);
            else
                json.Skip();
        }

        return new(phase, reason, found, running, init);
    }

    private List<KubeCondition>? Conditions(ref JsonCursor json)
    {
        if (!json.EnterArray())
            return null;
        var all = new List<KubeCondition>(6);
        while (json.Item())
        {
            if (Condition(ref json) is { } condition)
                all.Add(condition);
        }

        return all;
    }

    /// <summary>There are few different ones.</summary>
    private KubeCondition? Condition(ref JsonCursor json)
    {
        var (type, status) = ("", "");
        if (!json.Enter())
            return null;
        while (json.Name(out var field))
        {
            if (field.SequenceEqual("type"u8))
                type = texts.Of(json.Bytes()) ?? "";
            else if (field.SequenceEqual("status"u8))
                status = texts.Of(json.Bytes()) ?? "";
            else
                json.Skip();
            if (type.Length == 0 || status.Length == 0)
                continue;
            json.Leave();
            break;
        }

        foreach (var seen in conditions)
        {
            if (seen.Type == type && seen.Status == status)
                return seen;
        }

        var first = new KubeCondition(type, status, null, null);
        if (conditions.Count < MostShared)
            conditions.Add(first);
        return first;
    }
}
