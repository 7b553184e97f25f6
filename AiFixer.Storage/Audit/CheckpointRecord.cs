using System.Data.Common;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Audit;

/// <summary>The database remembers the last checkpoint of each stream, and in which file it is, so that a cut-off file shows.</summary>
internal static class CheckpointRecord
{
    public static int Write(DbConnection connection, long stream, string file, long line, string digest) => connection.Execute(
        "update streams set checkpoint_file = @file, checkpoint_line = @line, checkpoint_digest = @digest where id = @stream",
        ("file", file),
        ("line", line),
        ("digest", digest),
        ("stream", stream));
}
