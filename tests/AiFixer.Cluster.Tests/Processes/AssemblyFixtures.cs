using AiFixer.TestSupport;

[assembly: AssemblyFixture(typeof(SharedPostgres))]
