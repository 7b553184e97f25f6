using AiFixer.Core;
using AiFixer.Core.Journal;

namespace AiFixer.Tests.Storage;

/// <summary>What a journal should do, one append after another, in a few dictionaries.</summary>
internal sealed class JournalModel(string prefix)
{
    private const int Slots = 2;
    private readonly IncidentId[] _ids = [.. Enumerable.Range(0, 4).Select(_ => Appends.NewId())];
    private readonly List<IncidentId> _slots = [];
    private int _entries;

    public Dictionary<IncidentId, (long Version, string Digest)> Incidents { get; } = [];

    public Dictionary<string, IncidentId> Claims { get; } = [];

    /// <summary>Makes the append and says what must become of it.</summary>
    public (Append Append, string Verdict) Apply(ModelOperation operation)
    {
        var id = _ids[operation.Incident];
        var (version, digest) = Incidents.GetValueOrDefault(id, (0, ""));
        var append = Appends.First(id) with
        {
            ExpectedVersion = Math.Max(0, version + operation.Version),
            PreviousDigest = digest,
            Entry = Appends.Bytes($"{++_entries}"),
            Claims = [.. Keys(operation.Claims).Select(key => new Claim(key)), .. Quota(operation)],
            Releases = [.. Keys(operation.Releases)],
        };
        return (append, Verdict(append, version, operation.Quota));
    }

    private string Verdict(Append append, long version, bool quota)
    {
        var id = append.Incident;
        if (append.ExpectedVersion != version)
            return nameof(AppendVerdict.Stale);
        var plain = append.Claims.Where(claim => claim.Slots == 0).Select(claim => claim.Key).ToList();
        if (plain.Any(key => Claims.TryGetValue(key, out var holder) && holder != id) || (quota && _slots.Count >= Slots))
            return nameof(AppendVerdict.ClaimLost);
        foreach (var key in append.Releases.Except(plain).Where(key => Claims.TryGetValue(key, out var holder) && holder == id).ToList())
            Claims.Remove(key);
        foreach (var key in plain)
            Claims[key] = id;
        if (quota)
            _slots.Add(id);
        Incidents[id] = (version + 1, EntryDigest.Of(append.PreviousDigest, id, version + 1, append.Entry.Span));
        return nameof(AppendVerdict.Stored);
    }

    public IEnumerable<string> Keys(int bits) => Enumerable.Range(0, 4).Where(i => (bits & (1 << i)) != 0).Select(i => $"{prefix}:{i}");

    private IEnumerable<Claim> Quota(ModelOperation operation) => operation.Quota ? [new Claim($"{prefix}:quota", null, Slots)] : [];
}
