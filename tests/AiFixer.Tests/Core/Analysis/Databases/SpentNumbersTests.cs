using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Databases;
using AiFixer.Tests.Core.Analysis.Databases.Support;

namespace AiFixer.Tests.Core.Analysis.Databases;

public sealed class SpentNumbersTests
{
    private const string Said = "ERROR: nextval: reached maximum value of sequence \"rows_id_seq\" (2147483647)";

    [Theory]
    [InlineData(Said)]
    [InlineData("ERROR 1467 (HY000): Failed to read auto-increment value from storage engine")]
    [InlineData("ERROR 1062 (23000): Duplicate entry '4294967295' for key 'PRIMARY'")]
    [InlineData("ORA-08004: sequence S.NEXTVAL exceeds MAXVALUE and cannot be instantiated")]
    [InlineData("Arithmetic overflow error converting IDENTITY to data type int.")]
    public void Rows_that_are_refused_for_want_of_a_number_are_not_well_and_not_slow_storage(string said)
    {
        var cause = Db.Best(Db.Facts(Db.Metric("WriteIOPS", 4000, 240), Db.Metric("WriteLatency", 1.1, 1.1), Db.Metric("CPUUtilization", 30, 60)).With(Db.Event(91, said))).ShouldNotBeNull();

        (cause.Category, cause.IsCertain).ShouldBe((Categories.ResourceExhaustion, true));
        cause.Says.ShouldContain("it is not the storage");
    }

    [Theory]
    [InlineData("sequence rows_id_seq has used 81 % of its maximum value")]
    [InlineData("ERROR: duplicate key value violates unique constraint, Duplicate entry '12' for key 'PRIMARY'")]
    [InlineData("ERROR: nextval: permission denied for sequence rows_id_seq")]
    public void A_warning_or_another_refusal_is_not_that(string said) =>
        SpentNumbers.In(Db.Facts(Db.Metric("WriteIOPS", 4000, 240)).With(Db.Event(91, said))).ShouldBeNull();

    [Fact]
    public void One_refusal_while_as_much_is_written_as_ever_is_not_certain_to_be_what_is_felt() =>
        SpentNumbers.In(Db.Facts(Db.Metric("WriteIOPS", 4000, 4000)).With(Db.Event(91, Said))).ShouldNotBeNull().IsCertain.ShouldBeFalse();

    [Fact]
    public void What_was_widened_since_is_over() =>
        SpentNumbers.In(Db.Facts(Db.Metric("WriteIOPS", 4000, 240)).With(Db.Event(91, Said), Db.Event(100, "ALTER TABLE rows ALTER COLUMN id TYPE bigint finished"))).ShouldBeNull();

    [Theory]
    [InlineData("COPY books FROM STDIN", true)]
    [InlineData("COPY \"a\".books (id, title) FROM STDIN", true)]
    [InlineData("COPY (SELECT * FROM books) TO STDOUT", false)]
    [InlineData("COPY books TO STDOUT", false)]
    public void A_copy_writes_where_it_reads_from_outside(string statement, bool writes) => new StatementFact(statement, 1, 1, []).Writes.ShouldBe(writes);

    [Fact]
    public void Levels_that_are_next_to_nothing_and_questions_asked_wrongly_are_no_trouble() =>
        Db.Best(Db.Facts(Db.Metric("DiskQueueDepth", 0, 0.02), Db.Metric("WriteIOPS", 4, 1), Db.Metric("DatabaseConnections", 3, 6)).With(Db.Event(118, "FATAL: password authentication failed for user x")))
            .ShouldNotBeNull().Category.ShouldBe(Categories.Healthy);

    [Fact]
    public void While_errors_are_told_or_writes_stay_away_nobody_says_that_all_is_well()
    {
        Db.Best(Db.Facts(Db.Metric("WriteIOPS", 4000, 240))).ShouldBeNull();
        Db.Best(Db.Facts(Db.Metric("WriteIOPS", 4000, 4000)).With(Db.Event(118, "ERROR: something nobody knows"))).ShouldBeNull();
        Db.Best(Db.Facts(Db.Metric("WriteIOPS", 4000, 4000))).ShouldNotBeNull().Category.ShouldBe(Categories.Healthy);
    }
}
