using System.Data.Common;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Statements;

/// <summary>A command that is answered with rows.</summary>
internal abstract class Question(Dialect dialect, params Column[] columns) : Command(dialect, columns)
{
    public abstract void Read(DbDataReader reader);
}
