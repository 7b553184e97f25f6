using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Gold;
using AiFixer.Core.Incidents;
using AiFixer.Core.Texts;

namespace AiFixer.Gateway.Pages.IncidentDetail;

/// <summary>What a diagnosis says beside its cause, a line each.</summary>
internal static class DiagnosisFacts
{
    public static IReadOnlyList<string> Of(Diagnosis diagnosis, TextBook words) =>
    [
        .. Line(words, "diagnosis.culprit", diagnosis.Culprit is "none" ? words["action.undo.none"] : diagnosis.Culprit),
        .. Line(words, "diagnosis.began", IsTrouble(diagnosis) ? diagnosis.FirstFailing : null),
        .. Line(words, "diagnosis.hits", IsTrouble(diagnosis) ? string.Join(", ", diagnosis.Affected) : null),
        .. Line(words, "diagnosis.remedy", diagnosis.Remedy is "none" ? null : diagnosis.Remedy),
        .. Line(words, "diagnosis.gold", diagnosis.Gold is { } gold ? GoldText.Of(gold) : null),
        .. diagnosis.Responsible is { } team ? [For(words, team)] : (IEnumerable<string>)[],
    ];

    /// <summary>What is well did not begin anywhere.</summary>
    private static bool IsTrouble(Diagnosis diagnosis) => diagnosis.Category != Categories.Healthy;

    private static string For(TextBook words, Responsibility team) => team.Others.IsEmpty
        ? words.Say("diagnosis.for", team.Team, team.Why)
        : words.Say("diagnosis.for.with", team.Team, string.Join(", ", team.Others), team.Why);

    private static IEnumerable<string> Line(TextBook words, string key, string? value) => string.IsNullOrEmpty(value) ? [] : [words.Say(key, value)];
}
