using System.Text.RegularExpressions;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>Data from outside is wrong: the same piece fails again and again, or one sender's does while the others' is taken.</summary>
internal static partial class BadRecord
{
    public static Cause? In(Picture picture)
    {
        var refused = picture.Scene.Lines.Where(l => l.IsTrouble && l.At >= picture.Onset - TimeSpan.FromMinutes(15) && TopicWords.In(l.Text).Contains(Topic.BadData)).ToList();
        if (refused.Count < 3)
            return null;
        var same = refused.SelectMany(l => Ids(l)).CountBy(id => id, StringComparer.Ordinal).Where(c => c.Value >= 3).OrderByDescending(c => c.Value).Select(c => (c.Key, Share: c.Value / (double)refused.Count)).FirstOrDefault();
        var sender = refused.Select(Sender).OfType<string>().CountBy(s => s).OrderByDescending(c => c.Value).FirstOrDefault();
        var again = refused.Count(l => Changes.Text.Has(l.Text, @"redeliver|reprocess|same (offset|record|message)|poison|stuck|blocked at|dead.?letter|dlq"));
        if (same.Key is null && again == 0 && sender.Key is null)
            return null;
        // Who stands behind the sender complains in words of his own.
        var share = sender.Key is null ? 0 : sender.Value / (double)refused.Count(l => refused.Exists(r => r.Service == l.Service && Sender(r) == sender.Key));
        var (fine, before) = (Taken(picture).Count(name => name != sender.Key), Taken(picture).Count(name => name == sender.Key));
        var alone = sender.Key is not null && share > Nearly && fine > 1;
        var strength = Weighing.Together(0.25, same.Key is null ? 0 : 0.6 * same.Share, 0.3 * share, alone ? 0.5 : 0, alone && before > 1 ? 0.3 : 0, again > 0 ? 0.4 : 0);
        var signs = picture.About(Topic.BadData, Topic.Backlog).Where(s => s.Kind != SignalKind.Alert).Take(6);
        var from = sender.Key is null ? "" : $" from {sender.Key}";
        var others = alone ? " What others send is taken as before." : "";
        return new(
            Categories.DataQuality, strength,
            $"Bad data{from}: {picture.Scene.Subject} refuses {(same.Key is null ? "records" : $"one and the same record ({same.Key})")} as wrong, {refused.Count} times: {Workload.Quote.Of(refused[0].Text.Length > 240 ? refused[0].Text[..240] : refused[0].Text)}. The code refuses it rightly; a poison record that is delivered again blocks what comes behind it.{others}",
            "purge-bad-data", Weighing.Claims(signs))
        { Culprit = "none" };
    }

    private const double Nearly = 0.9;

    /// <summary>Whose data was taken without complaint, line by line.</summary>
    private static IEnumerable<string> Taken(Picture picture) => picture.Scene.Lines.Where(l => !l.IsTrouble).Select(Sender).OfType<string>();

    private static string? Sender(LineFact line) => Sent().Match(line.Text) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>What names one piece of data.</summary>
    private static IEnumerable<string> Ids(LineFact line) => Id().Matches(line.Text).Select(m => m.Value).Distinct();

    [GeneratedRegex(@"\b(?:record_?id|message_?id|event_?id|offset|key|batch_?id|file|row|id|sku|tenant|customer)\s*[=:]\s*[""']?[\w./-]+|\boffset \d+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"\b(?:(?:producer|source|partner|sender|feed|origin|vendor|supplier|tenant|merchant|publisher|customer|account|client)(?:_?id)?\s*[=:]|(?:partner|vendor|supplier|tenant|merchant|publisher|feed of))\s*[""']?([\w./-]*\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sent();
}
