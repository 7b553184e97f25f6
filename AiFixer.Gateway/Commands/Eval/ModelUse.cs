using System.Text.Json;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>What models had to do with a diagnosis.</summary>
/// <param name="AnsweredBy">Whose answer stands: a provider's, or the rules' own.</param>
/// <param name="Answers">How many were given and paid for, wrong ones included.</param>
/// <param name="Faults">Who failed and how, in order.</param>
/// <param name="Skipped">How often somebody was not asked, for wanting to be left alone.</param>
/// <param name="Struck">Claims that nothing shows.</param>
internal sealed record ModelUse(
    string AnsweredBy, bool FromCache, int Answers, IReadOnlyList<string> Faults, int Skipped, long TokensIn, long TokensOut, decimal Cost, int Struck)
{
    public static ModelUse Of(Diagnosis diagnosis, Blob transcript)
    {
        using var said = JsonDocument.Parse(transcript.Bytes);
        var whole = said.RootElement;
        var entries = whole.GetProperty("entries").EnumerateArray().ToList();
        return new(
            diagnosis.Analyst,
            diagnosis.FromCache,
            entries.Count(entry => entry.TryGetProperty("tokensIn", out _)),
            [.. entries.Where(entry => entry.TryGetProperty("fault", out _)).Select(entry => $"{entry.GetProperty("who").GetString()}: {entry.GetProperty("fault").GetString()}")],
            entries.Count(entry => entry.TryGetProperty("skipped", out _)),
            whole.GetProperty("tokensIn").GetInt64(),
            whole.GetProperty("tokensOut").GetInt64(),
            whole.GetProperty("cost").GetDecimal(),
            diagnosis.Struck);
    }
}
