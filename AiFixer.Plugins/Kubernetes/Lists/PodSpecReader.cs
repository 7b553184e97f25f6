namespace AiFixer.Plugins.Kubernetes.Lists;

/// <summary>Where a pod is to run and what its containers ask for.</summary>
internal sealed class PodSpecReader(KnownTexts texts)
{
    private readonly LastSeen<ResourceNeeds> needsSeen = new();

    public Pod.PodSpec? Read(ref JsonCursor json)
    {
        string? node = null;
        List<Pod.Container>? containers = null, init = null;
        if (!json.Enter())
            return null;
        while (json.Name(out var field))
        {
            if (field.SequenceEqual("nodeName"u8))
                node = texts.Of(json.Bytes());
            else if (field.SequenceEqual("containers"u8))
                containers = Containers(ref json);
            else if (field.SequenceEqual("initContainers"u8))
                init = Containers(ref json);
            else
                json.Skip();
        }

        return new(node, containers, init);
    }

    private List<Pod.Container>? Containers(ref JsonCursor json)
    {
        if (!json.EnterArray())
            return null;
        var containers = new List<Pod.Container>(1);
        while (json.Item())
        {
            if (Container(ref json) is { } container)
                containers.Add(container);
        }

        return containers;
    }

    private Pod.Container? Container(ref JsonCursor json)
    {
        string? name = null, image = null, policy = null;
        ResourceNeeds? needs = null;
        if (!json.Enter())
            return null;
        while (json.Name(out var field))
        {
            if (field.SequenceEqual("name"u8))
                name = texts.Of(json.Bytes());
            else if (field.SequenceEqual("image"u8))
                image = texts.Of(json.Bytes());
            else if (field.SequenceEqual("restartPolicy"u8))
                policy = texts.Of(json.Bytes());
            else if (field.SequenceEqual("resources"u8))
                needs = Needs(json.Whatever());
            else
                json.Skip();
        }

        return new(name ?? "", image, policy, needs);
    }

    private ResourceNeeds? Needs(ReadOnlySpan<byte> written)
    {
        if (needsSeen.Is(written))
            return needsSeen.Value;
        var json = new JsonCursor(written);
        ResourceNeeds.Amounts? requests = null, limits = null;
        if (!json.Enter())
            return needsSeen.Keep(written, null);
        while (json.Name(out var field))
        {
            if (field.SequenceEqual("requests"u8))
                requests = Amounts(ref json);
            else if (field.SequenceEqual("limits"u8))
                limits = Amounts(ref json);
            else
                json.Skip();
        }

        return needsSeen.Keep(written, new(requests, limits));
    }

    private ResourceNeeds.Amounts? Amounts(ref JsonCursor json)
    {
        string? cpu = null, memory = null;
        if (!json.Enter())
            return null;
        while (json.Name(out var field))
        {
            if (field.SequenceEqual("cpu"u8))
                cpu = texts.Of(json.Bytes());
            else if (field.SequenceEqual("memory"u8))
                memory = texts.Of(json.Bytes());
            else
                json.Skip();
        }

        return new(cpu, memory);
    }
}
