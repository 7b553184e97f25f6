using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.Store;

/// <summary>A store as one process has it open.</summary>
internal interface IOpenStore
{
    IJournal Journal { get; }

    ILease Lease { get; }

    IIncidentQueries Queries { get; }

    /// <summary>The process is gone and its lease has run out. Nothing of it is written from now on.</summary>
    Task EndAsync();
}
