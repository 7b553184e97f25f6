using AiFixer.Core.Changes;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Changes;

/// <summary>Something that knows what was changed.</summary>
internal interface IChangeSource
{
    /// <summary>What people call it.</summary>
    string Label { get; }

    /// <summary>What was changed in that time.</summary>
    Task<HttpResult<FoundChanges>> ReadAsync(ChangeQuestion question, string? ns, CancellationToken cancellationToken);
}
