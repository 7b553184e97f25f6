using AiFixer.Core.Incidents;

namespace AiFixer.Gateway.Pages.IncidentDetail;

/// <summary>What a diagnosis says beside its cause, a line each.</summary>
internal static class DiagnosisFacts
{
    public static IReadOnlyList<string> Of(Diagnosis diagnosis) =>
    [
        .. Line("The change to blame", diagnosis.Culprit is "none" ? "none" : diagnosis.Culprit),
        .. Line("It began in", diagnosis.FirstFailing),
        .. Line("It hits", string.Join(", ", diagnosis.Affected)),
        .. Line("Would help", diagnosis.Remedy is "none" ? null : diagnosis.Remedy),
        .. Line("For", diagnosis.Responsible is { } team ? $"{team.Team}{(team.Others.IsEmpty ? "" : $", with {string.Join(", ", team.Others)}")}: {team.Why}" : null),
    ];

    private static IEnumerable<string> Line(string name, string? value) => string.IsNullOrEmpty(value) ? [] : [$"{name}: {value}"];
}
