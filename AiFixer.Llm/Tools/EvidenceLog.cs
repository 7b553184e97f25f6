using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Plugins;

namespace AiFixer.Llm.Tools;

/// <summary>What was seen so far: by the offline analyst first, then by tools that a model asked for.</summary>
internal sealed class EvidenceLog(AnalystAnswer offline)
{
    private readonly List<Blob> blobs = [.. offline.Blobs];
    private int last = offline.Diagnosis.Evidence.Select(evidence => Number(evidence.Id)).DefaultIfEmpty().Max();

    public ImmutableList<Evidence> Evidence { get; private set; } = offline.Diagnosis.Evidence;

    public ImmutableList<string> Gaps { get; private set; } = [];

    public IReadOnlyList<Blob> Blobs => blobs;

    public Evidence Add(string plugin, PluginResult result)
    {
        var blob = Blob.Of("application/json", Encoding.UTF8.GetBytes(result.Data ?? "null"));
        blobs.Add(blob);
        var evidence = new Evidence(string.Create(CultureInfo.InvariantCulture, $"E{++last}"), plugin, result.Message, blob.Hash);
        Evidence = Evidence.Add(evidence);
        return evidence;
    }

    public void Missed(string plugin, string why) => Gaps = Gaps.Add($"{plugin}: {why}");

    /// <summary>Evidence of an earlier answer that is used again.</summary>
    public void Restore(IEnumerable<Evidence> evidence, IEnumerable<Blob> whole)
    {
        Evidence = Evidence.AddRange(evidence);
        blobs.AddRange(whole);
    }

    private static int Number(string id) => id is ['E', ..] && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
