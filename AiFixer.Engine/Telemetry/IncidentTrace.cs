using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using AiFixer.Core;

namespace AiFixer.Engine.Telemetry;

/// <summary>
/// The trace of an incident. Its id follows from the incident's, so whichever process works on it next, after whatever wait,
/// restart or upgrade, adds to the same trace; which span came before is written with what it left to do.
/// </summary>
public static class IncidentTrace
{
    /// <summary>Name of the activity source.</summary>
    public const string Name = "AiFixer.Incidents";

    private const int Length = 16;

    internal static readonly ActivitySource Activities = new(Name);

    public static ActivityTraceId IdOf(IncidentId id) =>
        ActivityTraceId.CreateFromBytes(SHA256.HashData(Encoding.UTF8.GetBytes($"aifixer/incident/{id.Value}")).AsSpan(0, Length));
}
