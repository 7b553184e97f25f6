namespace AiFixer.Plugins.Checks;

/// <summary>How something that is configured is found.</summary>
public enum FindingState
{
    /// <summary>It answers and allows everything that is needed.</summary>
    Fine,

    /// <summary>It answers, and some of what is needed is not allowed or not there.</summary>
    Limited,

    /// <summary>It cannot be used.</summary>
    Broken,

    /// <summary>Nothing is configured, which may be as it should be.</summary>
    NotConfigured,
}
