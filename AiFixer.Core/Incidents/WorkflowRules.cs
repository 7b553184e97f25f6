using AiFixer.Core.Incidents.Grouping;
using AiFixer.Core.Policy;

namespace AiFixer.Core.Incidents;

/// <summary>The numbers and choices by which incidents are handled.</summary>
public sealed record WorkflowRules
{
    /// <summary>How long a person may take to approve; after that the answer is no.</summary>
    public TimeSpan ApprovalTimeout { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>How long a grant can be used after it was given.</summary>
    public TimeSpan GrantLifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long the world must look healthy without a break before a fix counts.</summary>
    public TimeSpan StabilisationWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the world may take to recover.</summary>
    public TimeSpan VerificationTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a person with an incident in their hands is reminded.</summary>
    public TimeSpan ReminderInterval { get; init; } = TimeSpan.FromHours(4);

    /// <summary>How often one step is tried before a person is asked.</summary>
    public int MaxAttempts { get; init; } = 4;

    /// <summary>The pause before the second try; it doubles from then on.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often one diagnosis is proposed for before a person is asked.</summary>
    public int MaxProposals { get; init; } = 3;

    /// <summary>How much longer than the plugin's own timeout a call may be out before it is looked up.</summary>
    public TimeSpan SendMargin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The keys that sign grants; without one no grant opens anything.</summary>
    public GrantKeys GrantKeys { get; init; } = GrantKeys.None;

    public PolicyOptions Policy { get; init; } = new();

    public GroupingOptions Grouping { get; init; } = new();

    public InvestigationOptions Investigations { get; init; } = new();
}
