using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Storage.Sealing;

/// <summary>Seals content before it is written and opens it after it was read. Content that never was sealed passes as it is.</summary>
internal sealed class Vault(StorageOptions options)
{
    private volatile KeyRing _keys = KeyRing.Empty;

    public DataKey? Current => _keys.Current;

    /// <summary>What files are sealed with: the key, and how it is wrapped; null when nothing is sealed.</summary>
    public (DataKey Key, WrappedKey Wrapped)? ForFiles => options.Sealing != SealMode.Off ? _keys.ForFiles : null;

    public void Learn(IReadOnlyList<WrappedKey> keys) => _keys = KeyRing.Of(keys, options.Seals);

    public SealedContent Seal(Append append)
    {
        var (incident, version) = (append.Incident.Value, append.ExpectedVersion + 1);
        return new(
            Seal(append.Entry, Places.Entry(incident, version)),
            Seal(append.Snapshot, Places.Snapshot(incident, version)),
            append.Blobs.Count == 0 ? append.Blobs : [.. append.Blobs.Select(blob => blob with { Bytes = Seal(blob.Bytes, Places.Blob(blob.Hash)) })]);
    }

    public ReadOnlyMemory<byte> Seal(ReadOnlyMemory<byte> content, string place)
    {
        if (options.Sealing != SealMode.Off && !content.IsEmpty)
        {
            var keys = _keys;
            if (keys.Current is { } key)
                return key.Seal(content.Span, place);
            // In clear beside what is sealed would be worse than not at all.
            if (keys.Problem is { } problem)
                throw new JournalUnavailableException(problem);
        }

        return SealForm.IsMarked(content.Span) ? SealForm.Quote(content.Span) : content;
    }

    /// <summary>
    /// Throws <see cref="UnknownDataKeyException"/> when the key is not known yet, and <see cref="ContentDamagedException"/>
    /// when it is not what was sealed for this place.
    /// </summary>
    public byte[] Open(byte[] stored, string place)
    {
        if (!SealForm.IsMarked(stored))
            return stored;
        return SealForm.KeyOf(stored) is { } id
            ? _keys.Find(id).Open(stored, place)
            : SealForm.Unquote(stored);
    }

    /// <summary>Damaged content as it is, for whoever compares digests and finds it by that.</summary>
    public byte[] OpenOrKeep(byte[] stored, string place)
    {
        try
        {
            return Open(stored, place);
        }
        catch (ContentDamagedException)
        {
            return stored;
        }
    }
}
