namespace AiFixer.Gateway.Incidents;

/// <summary>The body of a decision.</summary>
internal interface IDecisionBody
{
    /// <summary>Whether a request without a body says everything.</summary>
    static abstract bool MayBeMissing { get; }

    /// <summary>The fields by name, to be checked.</summary>
    IEnumerable<(string Name, string? Text, bool Required)> Fields { get; }
}
