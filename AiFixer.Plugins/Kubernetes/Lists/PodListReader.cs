using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes.Lists;

/// <summary>
/// Reads a page of pods, of each only what the plugins look at in lists: of labels that of its template, of conditions their state,
/// and no annotations. For one page: what its pods have in common is made once.
/// </summary>
internal sealed class PodListReader
{
    private readonly PodMetaReader meta;
    private readonly PodSpecReader spec;
    private readonly PodStatusReader status;
    private readonly KnownTexts texts = new();

    public PodListReader() => (meta, spec, status) = (new(texts), new(texts), new(texts));

    /// <exception cref="JsonException">It is no list.</exception>
    public KubeList<Pod> Read(ReadOnlySpan<byte> page)
    {
        var json = new JsonCursor(page);
        if (!json.Enter())
            throw new JsonException("it is no object");
        var (token, pods, hasItems) = ((string?)null, (List<Pod>?)null, false);
        while (json.Name(out var name))
        {
            if (name.SequenceEqual("items"u8))
                (pods, hasItems) = (Items(ref json), true);
            else if (name.SequenceEqual("metadata"u8))
                token = Continue(ref json);
            else
                json.Skip();
        }

        return hasItems ? new(new(token), pods) : throw new JsonException("it is no list");
    }

    private static string? Continue(ref JsonCursor json)
    {
        string? token = null;
        if (!json.Enter())
            return null;
        while (json.Name(out var name))
        {
            if (name.SequenceEqual("continue"u8))
                token = json.Text();
            else
                json.Skip();
        }

        return token;
    }

    private List<Pod>? Items(ref JsonCursor json)
    {
        if (!json.EnterArray())
            return null;
        var pods = new List<Pod>();
        while (json.Item())
            pods.Add(One(ref json));
        return pods;
    }

    private Pod One(ref JsonCursor json)
    {
        var (found, wanted, now) = (new ObjectMeta(), (Pod.PodSpec?)null, (Pod.PodStatus?)null);
        if (!json.Enter())
            throw new JsonException("an item is no object");
        while (json.Name(out var name))
        {
            if (name.SequenceEqual("metadata"u8))
                found = meta.Read(ref json);
            else if (name.SequenceEqual("spec"u8))
                wanted = spec.Read(ref json);
            else if (name.SequenceEqual("status"u8))
                now = status.Read(ref json);
            else
                json.Skip();
        }

        return new(found, wanted, now);
    }
}
