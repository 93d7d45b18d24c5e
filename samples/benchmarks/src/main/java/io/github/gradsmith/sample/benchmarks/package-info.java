/**
 * Generated networks against naive loops and, if wanted, against other libraries and languages, all
 * in turns in one run.
 *
 * <p>Notice that the networks are the same interfaces whatever runs them ({@code FloatNets} and
 * {@code DoubleNets}): a JVM started with {@code --add-modules jdk.incubator.vector} is offered the
 * Vector API, one without is not, and every result keeps what the network itself said of its
 * kernels. Notice, too, how a comparison is made fair on a machine whose speed drifts: each
 * measurement is a short one in a JVM of its own, those to be compared follow each other within
 * seconds, all of it is repeated in rounds, and the C and Python programs run before and after each
 * round. The profiler of JMH and a count of our own show that nothing is allocated.
 *
 * <p>Read {@link io.github.gradsmith.sample.benchmarks.CallBenchmark} first, then {@code
 * contender.NaiveFloat}, the baseline.
 *
 * <pre>
 * mvn -q -Pbenchmark -pl samples/benchmarks -am -DskipTests verify
 * mvn -q -Pbenchmark,peers -pl samples/benchmarks -am -DskipTests verify -Dbenchmark=quick
 * mvn -q -Pnever-slower -pl samples/benchmarks -am -DskipTests verify -Dnever.slower="shard=1/4"
 * </pre>
 *
 * <p>The first writes {@code docs/benchmarks}: the raw results of this JDK, and a page and plots of
 * the newest results of every JDK. A run that is narrowed by an argument writes {@code
 * target/results} instead, so that it never takes the place of a whole one. The arguments,
 * separated by blanks:
 *
 * <table>
 *   <caption>Arguments in {@code -Dbenchmark}</caption>
 *   <tr><th>argument</th><th>means</th></tr>
 *   <tr><td>{@code quick}</td><td>784-30-10 in float, two rounds</td></tr>
 *   <tr><td>{@code sizes=2-2-1,784-30-10}</td><td>which networks</td></tr>
 *   <tr><td>{@code precisions=float,double}</td><td>which numbers</td></tr>
 *   <tr><td>{@code tasks=forward,forward-64,train-1,train-10,train-64,train-100}</td>
 *       <td>which calls; the number is the batch</td></tr>
 *   <tr><td>{@code backends=plain,vector}</td><td>without and with the module</td></tr>
 *   <tr><td>{@code contenders=naive,generated,…}</td><td>{@code onnxruntime}, {@code encog}, {@code
 *       smile} and {@code deeplearning4j} with the profile {@code peers}</td></tr>
 *   <tr><td>{@code rounds=3}</td><td>how often everything is measured</td></tr>
 *   <tr><td>{@code seconds=0.4}</td><td>time of an iteration; a fork has six to warm up and three
 *       that count</td></tr>
 *   <tr><td>{@code programs=false}</td><td>without C and NumPy, which otherwise run with the profile
 *       {@code peers}</td></tr>
 *   <tr><td>{@code latency=false}</td><td>without single calls</td></tr>
 *   <tr><td>{@code out=docs}</td><td>where results go; another path counts from this module</td></tr>
 * </table>
 *
 * <p>{@code sweep.NeverSlower} lists its own. To measure on another JDK, run Maven on it.
 */
package io.github.gradsmith.sample.benchmarks;
