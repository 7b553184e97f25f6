namespace AiFixer.Simulation.Checks;

/// <summary>Ways to change afterwards what is on disk.</summary>
internal static class Forgeries
{
    private const string Zeros = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>The last entry of an incident, with others after it in its stream: the very end of a stream nobody has signed yet.</summary>
    private const string CutOff = """
        select e.incident, e.version from entries e join incidents i on i.id = e.incident and i.version = e.version
        where e.version > 1 and e.seq < (select max(seq) from entries where stream = e.stream) order by e.incident limit 1
        """;

    /// <summary>The row of whoever lost an entry says that it never had it.</summary>
    private const string Shortened = """
        update incidents set version = version - 1, digest = (select digest from entries where incident = id and entries.version = incidents.version - 1)
        where version > (select max(version) from entries where incident = id)
        """;

    /// <summary>With another number of another entry.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(int number)
    {
        var some = $"(incident, version) = (select incident, version from entries order by incident, version limit 1 offset {number} % (select count(*) from entries))";
        return
        [
            [$"update entries set entry = x'7b7d' where {some}"],
            [$"update entries set digest = '{Zeros}' where {some}"],
            [$"delete from entries where {some}"],
            ["update incidents set digest = '' where id = (select max(id) from incidents)"],
            [$"delete from entries where (incident, version) = ({CutOff})", Shortened],
        ];
    }
}
