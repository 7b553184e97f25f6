namespace AiFixer.Tests.Repository;

public sealed class ProjectReferenceTests
{
    private const string Core = "AiFixer.Core";
    private const string Abstractions = "AiFixer.Plugins.Abstractions";
    private const string Worker = "AiFixer.Plugins.Worker";
    private const string Plugins = "AiFixer.Plugins";
    private const string Storage = "AiFixer.Storage";
    private const string Engine = "AiFixer.Engine";
    private const string Llm = "AiFixer.Llm";
    private const string Lark = "AiFixer.Lark";
    private const string Hosting = "AiFixer.Hosting";
    private const string Gateway = "AiFixer.Gateway";
    private const string Playground = "AiFixer.Playground";

    private const string Interfaces = "AiFixer.Grains.Interfaces";
    private const string Grains = "AiFixer.Grains";
    private const string Silo = "AiFixer.Silo";

    /// <summary>Restored by itself, to find out whether the others can be.</summary>
    private const string Probe = "build/probe/OrleansProbe.csproj";

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        [Abstractions] = [],
        [Core] = [Abstractions],
        [Worker] = [Abstractions],
        [Plugins] = [Core, Abstractions, Worker],
        [Storage] = [Core],
        [Engine] = [Core, Abstractions],
        [Llm] = [Core, Abstractions],
        [Lark] = [Core],
        [Playground] = [Core],
        [Hosting] = [Core, Abstractions, Plugins, Storage, Engine, Llm, Lark],
        [Gateway] = [Hosting, Playground, Grains],
        [Interfaces] = [],
        [Grains] = [Interfaces, Hosting],
        [Silo] = [Grains, Interfaces, Hosting, Gateway],
    };

    [Fact]
    public void A_project_knows_only_those_it_may()
    {
        var forbidden =
            from project in ProjectFile.All
            where project.IsProduct
            from reference in project.References
            where !Allowed.GetValueOrDefault(project.Name, []).Contains(reference)
            select $"{project.Name} -> {reference}";

        forbidden.ShouldBeEmpty();
    }

    [Fact]
    public void Every_product_project_has_its_rule() =>
        ProjectFile.All.Where(project => project.IsProduct).Select(project => project.Name).ShouldBeSubsetOf(Allowed.Keys);

    [Fact]
    public void No_product_project_references_a_test_project() =>
        ProjectFile.All.Where(project => project.IsProduct)
            .SelectMany(project => project.References)
            .Where(reference => reference.Contains("Test", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Theory]
    [InlineData(Core)]
    [InlineData(Abstractions)]
    public void The_pure_part_has_no_packages(string name) =>
        ProjectFile.All.Single(project => project.Name == name).Packages.ShouldBeEmpty();

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = RepositoryFolder.TextFiles.Single(file => file.Path == "AiFixer.sln").Text.Replace('\\', '/');

        ProjectFile.All.Where(project => project.Path != Probe && !solution.Contains($"\"{project.Path}\"", StringComparison.Ordinal))
            .Select(project => project.Path)
            .ShouldBeEmpty();
    }
}
