using AiFixer.TestSupport;
using Given = AiFixer.Tests.Playground.Cases.CaseFolders;
using static AiFixer.Tests.Gateway.Eval.EvalRun;

namespace AiFixer.Tests.Gateway.Eval;

public sealed class EvalPageTests
{
    [Fact]
    public async Task A_page_has_the_report_between_its_marks_and_nothing_else_changes()
    {
        using var folder = new TempFolder();
        var page = folder.File("page.md");
        await File.WriteAllTextAsync(page, "# Above\n\n<!-- eval: begin -->\nold\n<!-- eval: end -->\n\nbelow\n", TestContext.Current.CancellationToken);

        await RunAsync(Given.Own, vary: true, page: page);
        var once = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        await RunAsync(Given.Own, page: page);
        var again = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);

        once.ShouldStartWith("# Above\n\n<!-- eval: begin -->\n| suite | passed |");
        once.ShouldContain("\n| own | ");
        once.ShouldContain("\n| renamed | ");
        once.ShouldContain(".\n<!-- eval: end -->\n\nbelow\n");
        once.ShouldNotContain("old");
        again.ShouldNotContain("renamed");
    }

    [Fact]
    public async Task A_page_with_several_places_has_the_report_in_the_one_that_is_named()
    {
        using var folder = new TempFolder();
        var page = folder.File("page.md");
        await File.WriteAllTextAsync(page, "<!-- eval: begin -->\nthese\n<!-- eval: end -->\n<!-- eval own: begin -->\nthose\n<!-- eval own: end -->\n", TestContext.Current.CancellationToken);

        (await RunAsync(Given.Own, page: $"{page}#own")).Code.ShouldBe(0);

        var text = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        text.ShouldStartWith("<!-- eval: begin -->\nthese\n<!-- eval: end -->\n<!-- eval own: begin -->\n| suite |");
        text.ShouldNotContain("those");
        (await RunAsync(Given.Own, page: $"{page}#other")).Errors.ShouldContain("has no marks <!-- eval other: begin -->");
    }

    [Fact]
    public async Task A_page_that_cannot_be_used_is_wrong_usage()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("plain.md"), "no marks", TestContext.Current.CancellationToken);

        (await RunAsync(Given.Own, page: folder.File("plain.md"))).Code.ShouldBe(2);
        (await RunAsync(Given.Own, page: folder.File("none.md"))).Code.ShouldBe(2);
    }
}
