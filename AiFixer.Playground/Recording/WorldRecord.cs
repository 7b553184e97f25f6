using System.Text;
using AiFixer.Playground.Api;

namespace AiFixer.Playground.Recording;

/// <summary>Append-only; written under the world's lock, so its order is the order in which writes took effect.</summary>
internal sealed class WorldRecord
{
    private const int LongestBody = 64 * 1024;
    private readonly List<RecordEntry> entries = [];

    public void Add(ApiCall call, DateTimeOffset time, int statusCode, bool dropped)
    {
        var effect = call.Effect;
        var body = Encoding.UTF8.GetString(call.Body.AsSpan(0, Math.Min(call.Body.Length, LongestBody)));
        entries.Add(new(
            entries.Count + 1, time, call.Method, call.Path, call.QueryString, call.ContentType, body, call.UserAgent, call.ActionId,
            statusCode, call.DryRun, effect.Changed, dropped, effect.Target?.Uid, effect.GenerationBefore, effect.GenerationAfter));
    }

    public IReadOnlyList<RecordEntry> Snapshot() => [.. entries];
}
