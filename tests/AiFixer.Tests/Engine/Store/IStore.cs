namespace AiFixer.Tests.Engine.Store;

/// <summary>What stays when a process ends.</summary>
internal interface IStore : IAsyncDisposable
{
    /// <summary>Opens it as a new process would.</summary>
    Task<IOpenStore> OpenAsync();

    /// <summary>The store's own clock goes on.</summary>
    void Advance(TimeSpan by);

    /// <summary>Everything that is wrong with the audit trail.</summary>
    Task<IReadOnlyList<string>> AuditAsync();
}
