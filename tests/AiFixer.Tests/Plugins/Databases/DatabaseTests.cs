namespace AiFixer.Tests.Plugins.Databases;

/// <summary>They take turns: each looks at all sessions of the server.</summary>
[CollectionDefinition(nameof(DatabaseTests))]
public sealed class DatabaseTests : ICollectionFixture<DatabaseServer>;
