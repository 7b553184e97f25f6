using System.Data.Common;
using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Databases;

/// <summary>The writer's connection. Used by one thread, and blocking: the writer has a thread of its own.</summary>
internal interface IWriteSession : IDisposable
{
    DbConnection Connection { get; }

    /// <summary>Begins, writes and commits in one trip.</summary>
    void Write(IReadOnlyList<Command> commands);

    /// <summary>Begins a transaction and asks.</summary>
    void Begin(IReadOnlyList<Question> questions);

    /// <summary>Writes and commits.</summary>
    void Commit(IReadOnlyList<Command> commands);

    void Rollback();
}
