namespace AiFixer.Plugins.Kubernetes.Lists;

/// <summary>Who a pod is and whose.</summary>
internal sealed class PodMetaReader(KnownTexts texts)
{
    private readonly LastSeen<Dictionary<string, string>> labelsSeen = new();
    private readonly LastSeen<List<OwnerReference>> ownersSeen = new();

    public ObjectMeta Read(ref JsonCursor json)
    {
        var (name, ns, uid) = ("", "", "");
        DateTimeOffset? made = null, ending = null;
        Dictionary<string, string>? labels = null;
        List<OwnerReference>? owners = null;
        if (!json.Enter())
            return new();
        while (json.Name(out var field))
        {
            if (field.SequenceEqual("name"u8))
                name = json.Text() ?? "";
            else if (field.SequenceEqual("namespace"u8))
                ns = texts.Of(json.Bytes()) ?? "";
            else if (field.SequenceEqual("uid"u8))
                uid = json.Text() ?? "";
            else if (field.SequenceEqual("creationTimestamp"u8))
                made = KubeMoment.Of(json.Bytes());
            else if (field.SequenceEqual("deletionTimestamp"u8))
                ending = KubeMoment.Of(json.Bytes());
            else if (field.SequenceEqual("labels"u8))
                labels = Labels(json.Whatever());
            else if (field.SequenceEqual("ownerReferences"u8))
                owners = Owners(json.Whatever());
            else
                json.Skip();
        }

        return new()
        {
            Name = name,
            Namespace = ns,
            Uid = uid,
            CreationTimestamp = made,
            DeletionTimestamp = ending,
            Labels = labels,
            OwnerReferences = owners,
        };
    }

    private Dictionary<string, string>? Labels(ReadOnlySpan<byte> written)
    {
        if (labelsSeen.Is(written))
            return labelsSeen.Value;
        var json = new JsonCursor(written);
        string? hash = null;
        if (!json.Enter())
            return labelsSeen.Keep(written, null);
        while (json.Name(out var label))
        {
            if (label.SequenceEqual("pod-template-hash"u8))
                hash = texts.Of(json.Bytes());
            else
                json.Skip();
        }

        return labelsSeen.Keep(written, hash is null ? null : new(StringComparer.Ordinal) { [TemplateText.HashLabel] = hash });
    }

    private List<OwnerReference>? Owners(ReadOnlySpan<byte> written)
    {
        if (ownersSeen.Is(written))
            return ownersSeen.Value;
        var json = new JsonCursor(written);
        if (!json.EnterArray())
            return ownersSeen.Keep(written, null);
        var owners = new List<OwnerReference>(1);
        while (json.Item())
        {
            if (Owner(ref json) is { } owner)
                owners.Add(owner);
        }

        return ownersSeen.Keep(written, owners);
    }

    private OwnerReference? Owner(ref JsonCursor json)
    {
        var (kind, name, uid, controls) = ("", "", "", false);
        if (!json.Enter())
            return null;
        while (json.Name(out var field))
        {
            if (field.SequenceEqual("kind"u8))
                kind = texts.Of(json.Bytes()) ?? "";
            else if (field.SequenceEqual("name"u8))
                name = texts.Of(json.Bytes()) ?? "";
            else if (field.SequenceEqual("uid"u8))
                uid = texts.Of(json.Bytes()) ?? "";
            else if (field.SequenceEqual("controller"u8))
                controls = json.Flag();
            else
                json.Skip();
        }

        return new(kind, name, uid, controls);
    }
}
