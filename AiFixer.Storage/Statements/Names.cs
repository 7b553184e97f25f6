using AiFixer.Core;
using AiFixer.Core.Incidents;

namespace AiFixer.Storage.Statements;

/// <summary>Statuses, results and severities are kept by name, so that rows outlive a change of their order.</summary>
internal static class Names
{
    private static readonly string[] Statuses = Enum.GetNames<IncidentStatus>();
    private static readonly string[] Results = Enum.GetNames<HealResult>();
    private static readonly string[] Severities = Enum.GetNames<Severity>();

    public static string Of(IncidentStatus status) => Statuses[(int)status];

    public static string Of(HealResult result) => Results[(int)result];

    public static string Of(Severity severity) => Severities[(int)severity];

    public static IncidentStatus Status(string name) => Enum.Parse<IncidentStatus>(name);

    public static Severity Severity(string name) => Enum.Parse<Severity>(name);
}
