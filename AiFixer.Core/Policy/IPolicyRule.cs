using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

/// <summary>One rule: says nothing, or says what may happen and why.</summary>
internal interface IPolicyRule
{
    string Name { get; }

    /// <summary>Whether what a person approved for a while answers it.</summary>
    bool YieldsToRemembered => false;

    /// <summary>What it makes sure of, in a sentence for people.</summary>
    string Describe(PolicyOptions options);

    (PolicyOutcome Outcome, string Reason)? Judge(PolicyQuestion question);
}
