using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

/// <summary>One rule: says nothing, or says what may happen and why.</summary>
internal interface IPolicyRule
{
    string Name { get; }

    (PolicyOutcome Outcome, string Reason)? Judge(Incident incident, IncidentAction action, PolicyOptions options);
}
