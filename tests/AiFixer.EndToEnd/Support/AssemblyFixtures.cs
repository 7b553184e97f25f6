using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

[assembly: AssemblyFixture(typeof(SharedPostgres))]
[assembly: AssemblyFixture(typeof(HeadlessBrowser))]
