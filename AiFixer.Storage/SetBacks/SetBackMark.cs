using System.Data.Common;
using AiFixer.Core.Documents;
using AiFixer.Core.Policy;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Documents;

namespace AiFixer.Storage.SetBacks;

/// <summary>
/// Writes into a database that it was put back: AiFixer is stopped until somebody who looked lets it go on, and nothing that
/// was planned before leaves without being asked about again.
/// </summary>
internal sealed class SetBackMark(DbConnection connection, Dialect dialect)
{
    public void Write(string reason, Dictionary<string, long> known)
    {
        // Stopped first: whoever reads in between must not go on. Who stopped it before had a reason that stays.
        if (connection.Scalar<long>("select count(*) from documents where kind = @kind and name = @name and present = 1", ("kind", PolicyDocument.Kind), ("name", PolicyDocument.KillSwitch)) == 0)
            Apply(PolicyDocument.Stop(PolicyDocument.Ourselves, $"{reason} Look at what was done since, then let it go on."));
        Apply(PolicyDocument.PutBack(PolicyDocument.Ourselves, KnownSetBacks.Text(known), reason));
    }

    /// <summary>What is known already is known of one more file. When it was put back and why stays as it was written.</summary>
    public void Remember(Dictionary<string, long> known) => connection.Execute(
        """
        update document_changes set body = @body where kind = @kind and name = @name
            and version = (select version from documents where kind = @kind and name = @name)
        """,
        ("body", KnownSetBacks.Text(known)),
        ("kind", PolicyDocument.Kind),
        ("name", PolicyDocument.SetBack));

    private void Apply(DocumentEdit edit)
    {
        if (new DocumentWriter(connection, dialect).Apply(edit) is not DocumentVerdict.Stored)
            throw new StorageRefusedException($"The store was put back, and that cannot be written into it: {edit.Kind}/{edit.Name}.");
    }
}
